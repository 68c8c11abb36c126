// attack: 27 a claim that is larger than a token may be
// expect: claims_too_large
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('large', 'x'.repeat(900000));
};
