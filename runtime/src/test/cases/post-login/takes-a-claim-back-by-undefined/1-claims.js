// semantics 66, 68: the last call for a name counts, and undefined is none
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/a', 1);
  api.idToken.setCustomClaim('https://example.com/b', { deep: [1, null] });
};
