// semantics 34: nor does it swallow the factors of a challenge
exports.onExecutePostLogin = async (event, api) => {
  Object.defineProperty(Array.prototype, 0, { set() {} });
  api.authentication.challengeWithAny(JSON.parse('[{ "type": "otp" }]'));
};
