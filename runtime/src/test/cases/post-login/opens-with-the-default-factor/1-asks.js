// semantics 36: the default comes first and no picker is shown; the others stay at hand
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'phone' }, { additionalFactors: [{ type: 'otp' }, { type: 'email' }] });
};
