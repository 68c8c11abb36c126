// semantics 34, 53: after the challenge the next Action runs, not this one again
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/one');
};

exports.onContinuePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
