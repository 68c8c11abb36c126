// semantics 60: there it joins the methods of the session, and the next Action sees it
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/check');
};

exports.onContinuePostLogin = async (event, api) => {
  api.authentication.recordMethod('https://example.com/check');
};
