// semantics 77: five levels, a sub of 512 characters, five properties with names and texts of 64
exports.onExecuteCustomTokenExchange = async (event, api) => {
  const chain = (levels) => ({ sub: 'agent-' + levels, ...(levels > 1 && { act: chain(levels - 1) }) });
  const properties = (count) => Object.fromEntries(Array.from({ length: count }, (_, i) => ['p' + i, i]));
  const refused = [];
  for (const actor of [
    undefined,
    'agent',
    [],
    {},
    { sub: '' },
    { sub: 7 },
    { sub: 's'.repeat(513) },
    chain(6),
    { sub: 'a', act: {} },
    { sub: 'a', act: 'b' },
    { sub: 'a', ...properties(6) },
    { sub: 'a', act: { sub: 'b', ...properties(6) } },
    { sub: 'a', ['n'.repeat(65)]: true },
    { sub: 'a', text: 't'.repeat(65) },
    { sub: 'a', number: NaN },
    { sub: 'a', number: Infinity },
    { sub: 'a', list: [] },
    { sub: 'a', nothing: null },
  ]) {
    try {
      api.authentication.setActor(actor);
      console.log('taken', JSON.stringify(actor));
    } catch (error) {
      refused.push(error.name);
    }
  }
  console.log(refused.length, [...new Set(refused)].join());
  const actor = { ...chain(5), ...properties(3), yes: true, ['n'.repeat(64)]: 't'.repeat(64), left: undefined };
  actor.act.sub = 's'.repeat(512);
  console.log(api.authentication.setActor(actor));
  api.authentication.setUserById('auth0|1');
};
