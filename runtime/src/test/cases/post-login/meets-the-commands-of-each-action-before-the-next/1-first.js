// semantics 34, 40: a second Action starts only when all that the first asked for is done
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
