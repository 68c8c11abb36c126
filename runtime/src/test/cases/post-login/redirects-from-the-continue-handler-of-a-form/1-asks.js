// semantics 7, 61, 63: after another pause the form is past, as the request before it is
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_one');
};

exports.onContinuePostLogin = async (event, api) => {
  if (event.prompt) return api.redirect.sendUserTo('https://example.com/pay', { query: { plan: event.prompt.fields.plan } });
  api.idToken.setCustomClaim('https://example.com/paid', event.request.query.paid);
};
