// attack: 41 asks where its file is
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const places = [__dirname, __filename, module.filename, module.path, module.id, process.cwd?.(), process.argv, process.argv0, process.title, process.execArgv, require.resolve('crypto'), require('os').homedir(), require('os').tmpdir(), require('os').hostname(), require('os').userInfo?.(), require('os').networkInterfaces(), require('url').pathToFileURL('.').href, require('path').resolve('.')];
  const shown = JSON.stringify(places);
  if (/\/(root|home|work|usr|var|opt)\b|\.jar|java|\/tmp\/w/i.test(shown)) throw new Error(shown);
};
