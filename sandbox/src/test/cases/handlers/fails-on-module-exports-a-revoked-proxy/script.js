const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
module.exports = proxy;
