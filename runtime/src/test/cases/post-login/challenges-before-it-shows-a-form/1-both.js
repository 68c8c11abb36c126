// semantics 49, 63: MFA comes first, then the form, then the same Action goes on
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_terms', { fields: { version: 3 } });
  api.authentication.challengeWith({ type: 'otp' });
};

exports.onContinuePostLogin = async (event, api) => {
  const { methods } = event.authentication;
  api.idToken.setCustomClaim('https://example.com/continued', [methods.at(-1).type, event.prompt]);
};
