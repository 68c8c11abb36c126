// semantics 54, 63: what the user types into the form would reach nobody
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_terms');
};
