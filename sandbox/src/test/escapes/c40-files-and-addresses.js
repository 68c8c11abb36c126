// expect: returned
exports.onTest = async (event, api) => {
  const foreign = /root:|\/(root|home|work|usr|tmp|var)\/(?!passwd)/;
  const names = ['fs', 'node:fs', 'child_process', '../../../../etc/passwd', '/etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1/', 'jar:file:/x.jar!/y', './script.js', 'script.js', '.', '..', '', '\0', 'FS', 'postern:sandbox', 'js:node', 'module.mjs', 'classpath:x'];
  for (const name of names) {
    for (const load of [() => require(name), () => import(name), () => import(name, { with: { type: 'json' } }), () => eval('import("' + name.replace('\0', '') + '")')]) {
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
  if (Reflect.ownKeys(require).some((key) => !['length', 'name', 'prototype', 'resolve'].includes(key))) throw new Error('require has members');
};
