// semantics 72: names of 64, values of 8192 and 16384 in all pass; one more does not, nor another type
exports.onExecutePostLogin = async (event, api) => {
  const tries = {
    'a name of 64': ['n'.repeat(64), 1],
    'a name of 65': ['n'.repeat(65), 1],
    'an empty name': ['', 1],
    'a value of 8192': ['v', 'v'.repeat(8192)],
    'a value of 8193': ['v', 'v'.repeat(8193)],
    'a boolean': ['b', true],
    'a fraction': ['f', 0.5],
    'an unsafe number': ['u', 2 ** 53],
    'not a number': ['u', NaN],
    infinity: ['u', Infinity],
    'an object': ['o', {}],
    'an array': ['o', []],
    undefined: ['o', undefined],
    'a date': ['o', new Date()],
  };
  const outcomes = {};
  for (const [title, args] of Object.entries(tries)) {
    try {
      api.transaction.setMetadata(...args);
      outcomes[title] = 'passes';
    } catch (error) {
      outcomes[title] = error.name;
    }
  }
  for (const name of Object.keys(event.transaction.metadata)) api.transaction.setMetadata(name, null);
  // {"a":"…","b":"…"} has 15 characters beside the values.
  api.transaction.setMetadata('a', 'v'.repeat(8192));
  api.transaction.setMetadata('b', 'v'.repeat(16384 - 8192 - 15));
  outcomes.total = JSON.stringify(event.transaction.metadata).length;
  try {
    api.transaction.setMetadata('b', 'v'.repeat(16384 - 8192 - 14));
  } catch (error) {
    outcomes['one more in all'] = error.name;
  }
  outcomes['total after'] = JSON.stringify(event.transaction.metadata).length;
  throw new Error(JSON.stringify(outcomes));
};
