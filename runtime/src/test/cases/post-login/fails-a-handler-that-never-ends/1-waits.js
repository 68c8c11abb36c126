// semantics 19: a promise that nothing can settle is an error, not a login
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/own', true);
  await new Promise(() => {});
};
