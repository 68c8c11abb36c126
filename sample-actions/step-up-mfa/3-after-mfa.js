// Runs after the user has passed the challenge, perhaps in another process: the methods now hold the factor.
exports.onExecutePostLogin = async (event, api) => {
  const mfa = event.authentication.methods.find((method) => method.name === 'mfa');
  if (!mfa) {
    api.access.deny('A second factor is needed.');
    return;
  }
  api.accessToken.setCustomClaim('https://acme.example/mfa', { type: mfa.type, at: mfa.timestamp });
  api.user.setAppMetadata('last_mfa', { type: mfa.type, risk: event.transaction.metadata.risk });
};
