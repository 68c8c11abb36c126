// attack: 35 species of the handlers promise
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const taken = [];
  class Thief extends Promise {
    static get [Symbol.species]() {
      return Thief;
    }
    constructor(executor) {
      taken.push(executor);
      super(executor);
    }
  }
  Object.defineProperty(Promise.prototype, 'constructor', { get: () => Thief });
  Object.defineProperty(Promise, Symbol.species, { get: () => Thief });
  Promise.prototype.then = Promise.prototype.finally = Promise.prototype.catch = () => {
    throw new Error('patched');
  };
  setImmediate(() => {
    for (const executor of taken) {
      try {
        executor(
          () => {},
          () => {},
        );
      } catch {
        // called twice
      }
    }
  });
  throw new Error('the handler still fails');
};
