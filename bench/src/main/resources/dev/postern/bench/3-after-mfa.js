exports.onExecutePostLogin = async (event, api) => {
  const mfa = event.authentication.methods.find((method) => method.name === 'mfa');
  api.accessToken.setCustomClaim('https://acme.example/mfa', { type: mfa.type, at: mfa.timestamp });
};
