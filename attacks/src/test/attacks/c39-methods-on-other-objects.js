// attack: 39 calls the methods of api on other objects, as constructors, and through Reflect
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const method of [api.access.deny, api.idToken.setCustomClaim, api.cache.get, api.user.setAppMetadata, api.redirect.canRedirect]) {
    for (const act of [() => Reflect.apply(method, null, []), () => Reflect.construct(method, [], Array), () => method.call(new Proxy({}, {})), () => new method(), () => method.bind(1)()]) {
      try {
        if (method !== api.access.deny) act();
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
  }
  class Evil extends Function {}
  Object.setPrototypeOf(api.access.deny, Evil.prototype);
};
