// semantics 61: the user may be sent away as often as the Action wants
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/one');
};

exports.onContinuePostLogin = async (event, api) => {
  if (event.request.query.page === 'one') return api.redirect.sendUserTo('https://example.com/two');
  api.idToken.setCustomClaim('https://example.com/page', event.request.query.page);
};
