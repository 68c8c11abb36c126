// What the other parts keep of the language: a patched prototype must not change how an Action is run.

const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, set, setPrototypeOf } = Reflect;
const { parse, stringify } = JSON;
const { isArray } = Array;
const SafePromise = Promise;
const SafeError = Error;
const { then } = Promise.prototype;
const { slice: sliceText, indexOf: indexOfText, lastIndexOf: lastIndexOfText, split: splitText, repeat } = String.prototype;
const { join } = Array.prototype;
const { toString: tagOf } = Object.prototype;
const { toISOString, getTime } = Date.prototype;
const { isNaN, parseInt: parseInteger, parseFloat: parseNumber } = Number;
const { toString: regExpText } = RegExp.prototype;
const { toString: symbolText } = Symbol.prototype;
const { forEach: eachOfMap } = Map.prototype;
const { forEach: eachOfSet } = Set.prototype;
const { now } = Date;
const { max, min, trunc } = Math;
const AsyncFunction = getPrototypeOf(async function () {});
const SafeProxy = Proxy;
const SafeUint8Array = Uint8Array;
const typedArrays = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
  BigInt64Array, BigUint64Array, Float16Array, Float32Array, Float64Array,
];
const typedArray = getPrototypeOf(Uint8Array.prototype);
const { get: bufferOf } = getOwnPropertyDescriptor(typedArray, 'buffer');
const { get: offsetOf } = getOwnPropertyDescriptor(typedArray, 'byteOffset');
const { get: lengthOf } = getOwnPropertyDescriptor(typedArray, 'byteLength');
const { slice: sliceBuffer } = ArrayBuffer.prototype;
const { get: lengthOfBuffer } = getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength');
const customInspect = Symbol.for('nodejs.util.inspect.custom');
const text = String;
const number = Number;

// What the engine offers and an Action must not have.
Graal.setUnhandledPromiseRejectionHandler((reason) => {
  if (unhandled === undefined) unhandled = { reason };
});
delete globalThis.Graal;
delete globalThis.Polyglot;
delete globalThis.SharedArrayBuffer;
delete globalThis.Atomics;
delete globalThis.arguments;

/** The engine has none. Where an error comes from is known when it is made, not when it is asked. */
if (Error.captureStackTrace === undefined) {
  defineProperty(Error, 'captureStackTrace', {
    __proto__: null,
    configurable: true,
    writable: true,
    value: function captureStackTrace(target) {
      defineProperty(target, 'stack', {
        __proto__: null,
        configurable: true,
        writable: true,
        value: stackOf(target, new SafeError().stack),
      });
    },
  });
}

/** The stack of another error under the name and message of this one, without the line of captureStackTrace. */
function stackOf(target, stack) {
  let head = 'Error';
  try {
    const name = target.name === undefined ? 'Error' : text(target.name);
    head = target.message === undefined || target.message === '' ? name : name + ': ' + text(target.message);
  } catch {
    // as it is without a name
  }
  if (typeof stack !== 'string') return head;
  const first = apply(indexOfText, stack, ['\n']);
  return first < 0 ? head : head + apply(sliceText, stack, [first]);
}

function stopTheClock(fixedTime) {
  const RealDate = Date;
  const FixedDate = function Date(...args) {
    if (new.target === undefined) return text(new RealDate(fixedTime));
    return construct(RealDate, args.length === 0 ? [fixedTime] : args, new.target === FixedDate ? RealDate : new.target);
  };
  FixedDate.prototype = RealDate.prototype;
  FixedDate.now = () => fixedTime;
  FixedDate.parse = RealDate.parse;
  FixedDate.UTC = RealDate.UTC;
  RealDate.prototype.constructor = FixedDate;
  globalThis.Date = FixedDate;
}
