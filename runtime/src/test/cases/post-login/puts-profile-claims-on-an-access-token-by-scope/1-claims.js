// semantics 70: each needs its scope there; the ID token is not concerned
exports.onExecutePostLogin = async (event, api) => {
  for (const token of [api.idToken, api.accessToken]) {
    token.setCustomClaim('email', event.user.email);
    token.setCustomClaim('nickname', 'ada');
    token.setCustomClaim('phone_number', '+390110000000');
  }
};
