// semantics 58: the user who comes back cannot say that there is no browser
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://first.example/');
};
exports.onContinuePostLogin = async () => {};
