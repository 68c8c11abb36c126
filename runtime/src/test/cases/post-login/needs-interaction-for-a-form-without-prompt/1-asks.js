// semantics 50, 59, 63: prompt=none allows no form
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_terms');
};

exports.onContinuePostLogin = async () => {};
