// attack: 40 files that require each other, themselves, and what is not there
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['./a', './a.js', './a/../a', 'a', '../a', './', '/', '//', 'node_modules/a', './node_modules/a', 'file:a', '.\\a', './a?b', './a#b', './%61', '@a/b', '@a', 'a/', 'a//b']) {
    try {
      require(name);
    } catch (error) {
      if (error?.code !== 'MODULE_NOT_FOUND' && !(error instanceof Error)) throw new Error('odd ' + error);
      continue;
    }
    throw new Error('loaded ' + name);
  }
  if (require.main !== undefined && require.main !== null && require.main !== module) throw new Error('main');
};
