// semantics 12, 53, 57: the same Action goes on in onContinuePostChallenge, with the request that came back; then the next one runs
exports.onExecutePostChallenge = async (event, api) => {
  const token = api.redirect.encodeToken({ secret: event.secrets.KEY, payload: { reset: true } });
  console.log(token.split('.').length, api.redirect.sendUserTo('https://example.com/check?a=1', { query: { user: 'x y', a: 2 } }));
};

exports.onContinuePostChallenge = async (event, api) => {
  console.log(event.request.query.answer);
  try {
    api.redirect.validateToken({ secret: event.secrets.KEY, tokenParameterName: 'proof' });
  } catch (error) {
    console.log(error.message);
  }
  api.authentication.challengeWith({ type: 'otp' });
};
