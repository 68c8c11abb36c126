// attack: 27 output too large
// expect: claims_too_large
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('emitted', 'x'.repeat(2000000));
};
