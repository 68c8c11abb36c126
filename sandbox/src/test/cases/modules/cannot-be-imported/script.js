exports.onTest = async (event, api) => {
  for (const name of ['fs', 'file:///etc/passwd', 'https://example.com/x.js', './script.js', '/etc/passwd', '../../x']) {
    try {
      await import(name);
      api.emit('imported ' + name);
    } catch (error) {
      api.emit([error instanceof Error, String(error)]);
    }
  }
};
