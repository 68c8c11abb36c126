// attack: 38 array whose length lies
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  class Lying extends Array {
    static get [Symbol.species]() {
      throw new Error('species');
    }
  }
  const list = Lying.from([1, 2]);
  Object.defineProperty(list, 0, { get: () => (list.length = 0) });
  console.log(list);
  api.idToken.setCustomClaim('emitted', list);
};
