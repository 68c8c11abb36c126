// Runs before the user is asked, so it cannot know how that went; no Action runs afterwards.
exports.onExecutePostLogin = async (event, api) => {
  const passed = event.authentication.methods.some((method) => method.name === 'mfa');
  console.log(`MFA passed: ${passed}`);
  api.idToken.setCustomClaim('https://acme.example/mfa_seen', passed);
};
