// semantics 74: the hundred are those of the flow, also over a pause
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 1; i <= 99; i++) api.samlResponse.setAttribute('a' + i, i);
  api.authentication.challengeWith({ type: 'otp' });
};
