exports.onTest = async (event, api) => {
  const found = (name) => {
    try {
      return typeof require(name);
    } catch (error) {
      return error.code + ': ' + error.message;
    }
  };
  for (const name of ['fs', 'node:fs', 'child_process', '../../etc/passwd', '/etc/passwd', './script.js', '', '\0', '__proto__', undefined]) {
    api.emit(found(name));
  }
};
