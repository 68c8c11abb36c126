// attack: 26 log of values that throw
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const evil = [proxy, new Proxy({}, { ownKeys() { throw new Error('own'); } }), { get [Symbol.toStringTag]() { throw new Error('own'); } }];
  for (const value of evil) {
    try {
      console.log(value);
    } catch (error) {
      if (!(error instanceof TypeError) && error.message !== 'own') throw error;
    }
  }
};
