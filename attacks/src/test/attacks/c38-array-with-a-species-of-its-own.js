// attack: 38 arrays whose species hands out its own lists
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  class Own extends Array {
    static get [Symbol.species]() {
      return function (length) {
        return new Proxy([], { set: () => { throw new Error('own'); } });
      };
    }
  }
  api.authentication.enrollWithAny;
  const roles = Own.from(['a', 'b']);
  api.idToken.setCustomClaim('roles', roles);
  console.log(roles, Own.of(1));
  new Headers([['a', 'b']].concat(Own.of(['c', 'd'])));
  new URLSearchParams(Own.of(['a', 'b']));
  Buffer.from(Own.of(1, 2));
};
