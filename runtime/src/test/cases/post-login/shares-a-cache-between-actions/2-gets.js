exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/found', [api.cache.get('token'), api.cache.get('long') ?? 'gone']);
};
