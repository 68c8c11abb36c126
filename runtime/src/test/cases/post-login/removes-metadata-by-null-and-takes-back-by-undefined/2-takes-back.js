exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/queued', event.user.user_metadata);
  api.user.setUserMetadata('changed', undefined);
  api.user.setUserMetadata('added');
};
