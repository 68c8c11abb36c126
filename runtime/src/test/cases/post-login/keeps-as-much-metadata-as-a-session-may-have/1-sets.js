// semantics 73: 25 entries of 255 characters, the host keeps them over a pause
exports.onExecutePostLogin = async (event, api) => {
  api.session.setMetadata('k'.repeat(255), 'v'.repeat(255));
  api.session.setMetadata('k24', 'v');
  api.authentication.challengeWith({ type: 'otp' });
};
