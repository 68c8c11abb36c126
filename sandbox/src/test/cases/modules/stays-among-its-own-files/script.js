exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  const names = [
    '..', '../', '../../etc/passwd', '/etc/passwd', '/lib/a.js', 'file:///etc/passwd', './lib/../../a', './LIB/A.JS', './lib\\a.js',
    './lib/%2e%2e/a.js', './lib/a.js\0', 'pkg/../../lib/a.js', 'pkg/../other', '@pkg', '@', '#x', 'node_modules/pkg', './node_modules/../..', 'constructor', '__proto__', './' + 'a/'.repeat(5000),
  ];
  for (const name of names) {
    try {
      emit(`${name.slice(0, 40)} -> ${JSON.stringify(require(name))}`);
    } catch (error) {
      emit(`${error.code}`);
    }
  }
  for (const name of ['', undefined, 7, {}, ['./lib/a.js']]) {
    try {
      emit(require(name));
    } catch (error) {
      emit(`${error.name}: ${error.message}`);
    }
  }
};
