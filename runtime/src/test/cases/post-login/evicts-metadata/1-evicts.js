// semantics 73: all entries go but those that are set afterwards; a deleted one is gone, and none of it comes back in a pause
exports.onExecutePostLogin = async (event, api) => {
  api.session.setMetadata('early', '1');
  api.session.evictMetadata();
  api.session.setMetadata('late', '2');
  api.session.deleteMetadata('old');
  api.refreshToken.setMetadata('early', '1');
  api.refreshToken.evictMetadata();
  api.idToken.setCustomClaim('https://example.com/now', event.session.metadata);
  api.authentication.challengeWith({ type: 'otp' });
};
