// attack: 39 revoked proxies in the place of everything it was given
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  globalThis.console = globalThis.process = globalThis.Promise = revoked();
  event.user = revoked();
  api.user = revoked();
  module.exports = exports = revoked();
  api.idToken.setCustomClaim('claim', revoked());
};
