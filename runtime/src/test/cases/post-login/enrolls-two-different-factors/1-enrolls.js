// semantics 39: asking twice to enroll any means two factors: the second time the first is no choice
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWithAny([{ type: 'otp' }, { type: 'phone' }, { type: 'webauthn-roaming' }]);
  api.authentication.enrollWithAny([{ type: 'otp' }, { type: 'phone' }, { type: 'webauthn-roaming' }]);
};
