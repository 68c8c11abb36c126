// semantics 67: once a transaction, over a pause as well
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.setPrimaryUser('auth0|2');
  api.authentication.challengeWith({ type: 'otp' });
};
