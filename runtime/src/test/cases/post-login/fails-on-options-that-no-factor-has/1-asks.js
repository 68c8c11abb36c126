// semantics 35: an option of the wrong kind is an argument error
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'phone', options: { preferredMethod: 'letter' } });
};
