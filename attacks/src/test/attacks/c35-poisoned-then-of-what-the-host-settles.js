// attack: 35 changes then, species and constructor while promises of the host are open
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const { then } = Promise.prototype;
  const taken = [];
  const pending = fetch('http://127.0.0.1:1/');
  Promise.prototype.then = function (...args) {
    taken.push(this);
    return Reflect.apply(then, this, args);
  };
  Promise.prototype.constructor = function (executor) {
    executor((value) => taken.push(value), (reason) => taken.push(reason));
  };
  Object.defineProperty(Object.prototype, 'then', { configurable: true, get() { taken.push(this); } });
  try {
    await pending;
  } catch (error) {
    if (!(error instanceof TypeError)) throw new Error('odd ' + error);
  }
  delete Object.prototype.then;
  for (const value of taken) {
    if (typeof value === 'function' && !/native code|=>|function/.test(Function.prototype.toString.call(value))) throw new Error('a function of the host');
    if (value !== null && typeof value === 'object' && Object.prototype.toString.call(value).includes('Host')) throw new Error('a host object');
  }
};
