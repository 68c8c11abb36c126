// semantics 58, 59: prompt=none allows no redirect
exports.onExecutePostLogin = async (event, api) => {
  console.log(api.redirect.canRedirect());
  api.redirect.sendUserTo('https://example.com/terms');
};

exports.onContinuePostLogin = async (event, api) => {

};
