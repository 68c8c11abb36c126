// attack: 4 a list of factors that says it is endless
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny(
    new Proxy([], { get: (target, key) => (key === 'length' ? Infinity : { type: 'otp' }) }),
  );
};
