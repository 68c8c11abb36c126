// semantics 54: nothing could go on when the user comes back
exports.onExecutePostChallenge = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/check');
};
