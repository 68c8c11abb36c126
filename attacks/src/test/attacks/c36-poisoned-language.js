// attack: 36 poisoned language
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const poison = () => 'poisoned';
  for (const owner of [Array.prototype, String.prototype, Function.prototype, Promise.prototype, Map.prototype, Date.prototype, Number.prototype, RegExp.prototype, Symbol.prototype, Object, Reflect, JSON, Math, Number, Array, Error.prototype]) {
    for (const key of Reflect.ownKeys === poison ? [] : Object.getOwnPropertyNames(owner)) {
      if (['constructor', 'name', 'message', 'getOwnPropertyNames', 'ownKeys'].includes(key)) continue;
      try {
        owner[key] = poison;
      } catch {
        // not writable
      }
      if (owner === Array.prototype && key === 'includes') break;
    }
  }
  Object.prototype.toJSON = poison;
  Object.prototype.then = undefined;
  console.log('%s %j', 'still', { a: 1 }, [1]);
  throw new TypeError('as it is');
};
