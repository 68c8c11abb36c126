// Sees what the Action before has written, although it is not stored yet.
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://acme.example/consent', event.user.user_metadata.consent.given);
};
