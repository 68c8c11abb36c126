exports.onExecutePostChallenge = async (event, api) => {
  const mfa = event.authentication.methods.find((method) => method.name === 'mfa');
  console.log(JSON.stringify(mfa), event.request.ip);
  api.authentication.challengeWith({ type: 'otp' });
};
