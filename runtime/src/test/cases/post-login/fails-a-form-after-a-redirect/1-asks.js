// semantics 64: the user cannot be in two places
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/away');
  api.prompt.render('ap_one');
};

exports.onContinuePostLogin = async () => {};
