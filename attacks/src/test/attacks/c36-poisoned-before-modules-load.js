// attack: 36 changes the language before the modules of the platform are loaded
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const stolen = [];
  const { push } = Array.prototype;
  for (const name of ['call', 'start', 'inspect', 'write', 'host', 'settle', 'exports', 'module']) {
    Object.defineProperty(Object.prototype, name, { configurable: true, get: () => undefined, set(value) { Reflect.apply(push, stolen, [value]); } });
  }
  for (const name of ['crypto', 'zlib', 'url', 'stream', 'http', 'util']) {
    try {
      require(name);
    } catch {
      // what it broke is broken for itself only
    }
  }
  for (const value of stolen) {
    if (typeof value === 'function' && /callHost|platformHost|hostLine/.test(Function.prototype.toString.call(value))) throw new Error('took ' + value);
  }
};
