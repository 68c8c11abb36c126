// semantics 49: a denied login shows no challenge
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.access.deny('not today');
};
