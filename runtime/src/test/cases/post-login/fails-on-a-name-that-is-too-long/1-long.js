// semantics 19: a name that not every reader of the effects could read fails the Action
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('n'.repeat(32768), 1);
  api.idToken.setCustomClaim('n'.repeat(32769), 1);
};
