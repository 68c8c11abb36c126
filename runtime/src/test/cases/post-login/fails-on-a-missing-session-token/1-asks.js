// semantics 57: the error names the parameter that was looked for
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/check');
};

exports.onContinuePostLogin = async (event, api) => {
  try {
    api.redirect.validateToken({ secret: 'long-enough' });
  } catch (error) {
    console.log(error.message);
  }
  api.redirect.validateToken({ secret: 'long-enough', tokenParameterName: 'answer' });
};
