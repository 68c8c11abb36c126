// Puts the roles on the ID token, and notes how risky the login looks for the Actions that follow.
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://acme.example/roles', event.authorization?.roles ?? []);

  const risk = event.authentication?.riskAssessment?.confidence ?? 'unknown';
  console.log(`confidence in this login: ${risk}`);
  api.transaction.setMetadata('risk', risk);
};
