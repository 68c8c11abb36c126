// semantics 2: what is not there can be asked for, and used only at the price of an error
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/types', [
    typeof api.unknown,
    typeof api.access.allow,
    typeof api.idToken.addScope,
    typeof api.then,
  ]);
};
