// attack: 43 runs code in a scope that claims every name
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const seen = new Set();
  const scope = new Proxy(Object.create(null), {
    has: (target, name) => (seen.add(name), true),
    get: (target, name) => (name === Symbol.unscopables ? undefined : globalThis[name]),
  });
  new Function('scope', 'with (scope) { JSON.stringify({ a: [1] }); console.log(new Map([[1, 2]])); require; new Error("x").stack; [3, 1].sort(); `${Math.max(1, 2)}`; }')(scope);
  for (const name of seen) {
    if (!['JSON', 'console', 'Map', 'require', 'Error', 'Math', 'scope'].includes(String(name)) && typeof name !== 'symbol') throw new Error('also ' + String(name));
  }
};
