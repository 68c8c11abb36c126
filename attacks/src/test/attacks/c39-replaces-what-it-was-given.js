// attack: 39 replaces what it was given
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  Object.setPrototypeOf(api, { toString: () => 'evil' });
  delete api.access;
  api.idToken.setCustomClaim = api.idToken.setCustomClaim.bind(api);
  Object.freeze(api);
  Object.freeze(event);
  Object.freeze(globalThis.console);
  Object.preventExtensions(exports);
  module.exports = null;
  exports.onExecutePostLogin = undefined;
  api.idToken.setCustomClaim('emitted', 'still here');
};
