exports.onExecutePostLogin = async (event, api) => {
  const factors = event.authentication.methods.filter((method) => method.name === 'mfa').map((method) => method.type);
  api.accessToken.setCustomClaim('https://acme.example/factors', factors);
};
