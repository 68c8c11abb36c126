exports.onExecutePostLogin = async (event, api) => {
  if (api.redirect.canRedirect()) api.redirect.sendUserTo('https://stepup.example/');
};
exports.onContinuePostLogin = async () => {};
