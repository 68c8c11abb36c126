// semantics 26: adaptive policy asks though no Action does
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
