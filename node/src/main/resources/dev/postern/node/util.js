// Node's util, as far as it makes sense without a process.

const { argType, checkFunction, coded } = require('./calls/errors.js');
const { isDeepEqual } = require('./util/equal.js');
const types = require('./util/types.js');

const custom = Symbol.for('nodejs.util.promisify.custom');

function promisify(original) {
  checkFunction('original', original);
  const own = original[custom];
  if (own !== undefined) {
    checkFunction('util.promisify.custom', own);
    return Object.defineProperty(own, custom, { value: own, configurable: true });
  }
  function promised(...args) {
    return new Promise((resolve, reject) => {
      original.call(this, ...args, (error, value) => (error ? reject(error) : resolve(value)));
    });
  }
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  Object.defineProperty(promised, custom, { value: promised, configurable: true });
  return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = custom;

function callbackify(original) {
  checkFunction('original', original);
  return function callbackified(...args) {
    const callback = args.pop();
    checkFunction('last argument', callback);
    const fail = (reason) =>
      Object.assign(coded(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with a falsy value'), { reason });
    original.apply(this, args).then(
      (value) => process.nextTick(callback, null, value),
      (error) => process.nextTick(callback, error || fail(error)),
    );
  };
}

function inherits(constructor, parent) {
  checkFunction('ctor', constructor);
  checkFunction('superCtor', parent);
  if (parent.prototype === undefined) throw argType('superCtor.prototype', 'of type object', undefined);
  Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

const warned = new Set();
function deprecate(work, message, code) {
  let told = false;
  const deprecated = function (...args) {
    if (!told && !warned.has(code)) host.write('warn', `DeprecationWarning: ${message}`);
    told = true;
    if (code !== undefined) warned.add(code);
    return new.target ? Reflect.construct(work, args, new.target) : Reflect.apply(work, this, args);
  };
  Object.setPrototypeOf(deprecated, work);
  if (work.prototype) deprecated.prototype = work.prototype;
  return deprecated;
}

const inspect = (value) => host.inspect(value);
inspect.custom = Symbol.for('nodejs.util.inspect.custom');
inspect.defaultOptions = {};

const silent = () => Object.assign(() => {}, { enabled: false });
const escapes = /[\u001b\u009b][[\]()#;?]*(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]/g;

module.exports = {
  promisify,
  callbackify,
  inherits,
  deprecate,
  inspect,
  format: (...args) => host.format(args),
  isDeepStrictEqual: (left, right) => isDeepEqual(left, right, true),
  debuglog: silent,
  debug: silent,
  stripVTControlCharacters: (text) => text.replace(escapes, ''),
  toUSVString: (text) => `${text}`.toWellFormed(),
  types,
  isArray: Array.isArray,
  get TextEncoder() {
    return globalThis.TextEncoder;
  },
  get TextDecoder() {
    return globalThis.TextDecoder;
  },
};
