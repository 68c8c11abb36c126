exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://acme.example/roles', event.authorization?.roles ?? []);
};
