// attack: 43 other realms
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  if (typeof ShadowRealm !== 'undefined') throw new Error('ShadowRealm');
  const names = [];
  const scope = new Proxy({}, { has: (target, name) => (names.push(String(name)), false) });
  new Function('scope', 'with (scope) { setTimeout(() => {}, 1); console.log(1); }')(scope);
  if (names.some((name) => !['setTimeout', 'console', 'scope'].includes(name))) throw new Error(names.join());
};
