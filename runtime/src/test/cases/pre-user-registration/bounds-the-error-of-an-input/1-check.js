// semantics 15: code and message have 1 to 100 characters, else the call throws
exports.onExecutePreUserRegistration = async (event, api) => {
  const text = 'x'.repeat(100);
  for (const args of [[text + 'x', text], [text, text + 'x'], ['', text], [text, ''], [7, text], [text], []]) {
    try {
      api.validation.error(...args);
    } catch (error) {
      console.log(error.name);
    }
  }
  api.validation.error(text, text);
};
