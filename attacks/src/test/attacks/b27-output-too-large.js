// attack: 27 output too large
// expect: output_limit
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('emitted', 'x'.repeat(2000000));
};
