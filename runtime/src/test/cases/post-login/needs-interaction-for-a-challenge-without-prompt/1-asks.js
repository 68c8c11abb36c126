// semantics 50: prompt=none allows no challenge; the login ends with a code the application knows
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('asked', true);
  api.authentication.challengeWith({ type: 'otp' });
};
