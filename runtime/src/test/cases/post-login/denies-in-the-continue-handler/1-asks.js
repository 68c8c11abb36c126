// semantics 13, 53: the handler that goes on may end the login
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/terms');
  api.user.setUserMetadata('asked', true);
};

exports.onContinuePostLogin = async (event, api) => {
  api.access.deny('terms were not accepted');
};
