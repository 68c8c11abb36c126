// semantics 35, 39, 41: four commands of one Action are a sequence; push is push-notification by another name
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.authentication.challengeWith({ type: 'email' });
  api.authentication.challengeWith({ type: 'phone', options: { preferredMethod: 'voice' } });
  api.authentication.challengeWith({ type: 'push', options: { otpFallback: false } });
};
