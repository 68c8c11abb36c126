// attack: 27 a claim for each of a million names
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 1000000; i++) api.idToken.setCustomClaim('claim' + i, i);
};
