exports.onExecutePostLogin = async (event, api) => {
  api.refreshToken.setMetadata('device', 'phone');
  try {
    api.refreshToken.setMetadata('one-more', 'v');
  } catch (error) {
    api.idToken.setCustomClaim('https://example.com/problem', error.message);
  }
};
