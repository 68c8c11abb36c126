exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWithAny([{ type: 'phone' }, { type: 'webauthn-roaming' }]);
};
