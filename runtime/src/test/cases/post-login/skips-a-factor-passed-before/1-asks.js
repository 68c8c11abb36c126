// semantics 37: a factor passed in this transaction satisfies a later demand that names it
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
