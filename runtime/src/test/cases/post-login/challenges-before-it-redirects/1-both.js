// semantics 47, 49, 53: MFA comes first, then the browser leaves, then the same Action goes on
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/terms');
  api.authentication.challengeWith({ type: 'otp' });
};

exports.onContinuePostLogin = async (event, api) => {
  const { methods } = event.authentication;
  api.idToken.setCustomClaim('https://example.com/continued', methods.map(({ name, type }) => type ?? name));
};
