// attack: 40 requires and imports what is no module of its own
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const foreign = /root:|\/(root|home|work|usr|tmp|var)\/(?!passwd)/;
  const names = ['../../../../etc/passwd', '/etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1/', 'jar:file:/x.jar!/y', './action.js', 'action.js', '.', '..', '', '\0', 'crypto\0', 'FS', 'CRYPTO', 'postern:sandbox', 'js:node', 'module.mjs', 'classpath:x', 'actions:other', '__proto__', 'constructor', 'node:', 'node:__proto__', 'crypto/../../../x', '../dev/postern/node/crypto.js', 'calls', 'internal/x'];
  for (const name of names) {
    for (const load of [() => require(name), () => import(name), () => import(name, { with: { type: 'json' } }), () => eval('import("' + name.replaceAll('\0', '') + '")')]) {
      if (load.toString().includes('eval') && name === 'crypto\0') continue;
      try {
        await load();
      } catch (error) {
        if (!(error instanceof Error)) throw new Error(typeof error);
        if (foreign.test(String(error) + error.stack)) throw new Error('shows ' + error);
        continue;
      }
      throw new Error('loaded ' + name);
    }
  }
  if (Reflect.ownKeys(require).some((key) => !['length', 'name', 'prototype', 'resolve', 'cache', 'main', 'extensions'].includes(key))) throw new Error('require has members');
};
