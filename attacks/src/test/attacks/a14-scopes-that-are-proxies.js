// attack: 14 looks names up in a scope that is a proxy
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const scope = new Proxy({}, { has: () => true, get: (target, key) => (key === Symbol.unscopables ? undefined : 1) });
  new Function('scope', 'with (scope) { again: for (;;) { for (;;) { a + b; continue again; } } }')(scope);
};
