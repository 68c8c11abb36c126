// attack: 65 throws a revoked proxy
// expect: action_threw
exports.onExecutePostLogin = async () => {
  const { proxy, revoke } = Proxy.revocable(() => {}, {});
  revoke();
  throw proxy;
};
