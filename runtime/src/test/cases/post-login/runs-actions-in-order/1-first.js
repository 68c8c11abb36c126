// semantics 1: the order of binding decides, so a later claim of the same name replaces an earlier one
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/last', 'first');
  api.idToken.setCustomClaim('https://example.com/first', true);
};
