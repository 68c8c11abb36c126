// semantics 13, 35, 52, 66: undefined is as good as nothing wherever an argument may be left out
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/claim', undefined);
  api.accessToken.setCustomClaim('https://example.com/claim', undefined);
  api.user.setUserMetadata('plan', undefined);
  api.multifactor.enable('any', undefined);
  api.multifactor.enable('any', { allowRememberBrowser: undefined });
  api.redirect.sendUserTo('https://example.com/away', undefined);
  api.redirect.sendUserTo('https://example.com/away', { query: { a: undefined, b: 'b' } });
  api.authentication.challengeWith({ type: 'otp', options: undefined }, undefined);
};

exports.onContinuePostLogin = async (event, api) => {
  api.session.revoke(undefined, undefined);
  api.access.deny(undefined);
};
