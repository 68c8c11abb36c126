// semantics 19: an argument error has the line of the call, and nothing is kept
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('own', true);

  api.authentication.challengeWith({ type: 'sms' });
};
