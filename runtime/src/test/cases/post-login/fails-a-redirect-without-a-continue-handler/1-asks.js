// semantics 54: nobody is sent where there is no way back
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/terms');
};
