// semantics 10: post-login follows a token exchange, and the protocol says so
exports.onExecutePostLogin = async (event, api) => {
  api.accessToken.setCustomClaim('https://example.com/how', event.transaction.protocol);
};
