// expect: returned
exports.onTest = async (event, api) => {
  class Lying extends Array {
    static get [Symbol.species]() {
      throw new Error('species');
    }
  }
  const list = Lying.from([1, 2]);
  Object.defineProperty(list, 0, { get: () => (list.length = 0) });
  console.log(list);
  api.emit(list);
};
