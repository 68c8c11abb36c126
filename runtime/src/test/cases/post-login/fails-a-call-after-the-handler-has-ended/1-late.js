// semantics 19: a command that comes too late fails the login rather than be lost
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/own', true);
  Promise.resolve()
    .then(() => {})
    .then(() => {})
    .then(() => api.access.deny('too late'));
};
