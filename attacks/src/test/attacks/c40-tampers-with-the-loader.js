// attack: 40 changes what require gives, keeps and finds
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const crypto = require('crypto');
  for (const key of ['cache', 'extensions', 'main', 'paths', 'constructor']) {
    try {
      require[key] = new Proxy({}, { get: () => ({ exports: 'evil' }) });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  module.paths = ['/etc', '/'];
  module.constructor._load = module.constructor._resolveFilename = () => '/etc/passwd';
  module.constructor._extensions = { '.js': () => 'evil' };
  if (require('crypto') !== crypto) throw new Error('another crypto');
  const Module = (() => { try { return require('module'); } catch { return undefined; } })();
  if (Module?.createRequire) {
    try {
      Module.createRequire('/etc/')('./passwd');
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return;
    }
    throw new Error('created a require');
  }
};
