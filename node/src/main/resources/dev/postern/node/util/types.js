// Tells what a value is, by what only such a value can do.

const tag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const getter = (holder, name) => Object.getOwnPropertyDescriptor(holder, name).get;

/** Whether this function takes the value for its own. */
const passes = (check, ...args) => (value) => {
  try {
    Reflect.apply(check, value, args);
    return true;
  } catch {
    return false;
  }
};
const isObject = (value) => typeof value === 'object' && value !== null;
const named = (...names) => (value) => isObject(value) && names.includes(Object.prototype.toString.call(value).slice(8, -1));

const types = {
  isAnyArrayBuffer: (value) => types.isArrayBuffer(value) || types.isSharedArrayBuffer(value),
  isArrayBuffer: passes(getter(ArrayBuffer.prototype, 'byteLength')),
  isSharedArrayBuffer: typeof SharedArrayBuffer === 'function' ? passes(getter(SharedArrayBuffer.prototype, 'byteLength')) : () => false,
  isArrayBufferView: ArrayBuffer.isView,
  isTypedArray: (value) => tag.call(value) !== undefined,
  isDataView: (value) => ArrayBuffer.isView(value) && tag.call(value) === undefined,
  isDate: passes(Date.prototype.getTime),
  isMap: passes(getter(Map.prototype, 'size')),
  isSet: passes(getter(Set.prototype, 'size')),
  isWeakMap: passes(WeakMap.prototype.has, {}),
  isWeakSet: passes(WeakSet.prototype.has, {}),
  isRegExp: (value) => isObject(value) && value !== RegExp.prototype && passes(getter(RegExp.prototype, 'source'))(value),
  isPromise: (value) => value instanceof Promise,
  isNativeError: (value) => value instanceof Error,
  isStringObject: (value) => isObject(value) && passes(String.prototype.valueOf)(value),
  isNumberObject: (value) => isObject(value) && passes(Number.prototype.valueOf)(value),
  isBooleanObject: (value) => isObject(value) && passes(Boolean.prototype.valueOf)(value),
  isBigIntObject: (value) => isObject(value) && passes(BigInt.prototype.valueOf)(value),
  isSymbolObject: (value) => isObject(value) && passes(Symbol.prototype.valueOf)(value),
  isBoxedPrimitive: (value) =>
    ['String', 'Number', 'Boolean', 'BigInt', 'Symbol'].some((name) => types[`is${name}Object`](value)),
  isAsyncFunction: (value) => typeof value === 'function' && Object.prototype.toString.call(value) === '[object AsyncFunction]',
  isGeneratorFunction: (value) => typeof value === 'function' && /GeneratorFunction\]$/.test(Object.prototype.toString.call(value)),
  isGeneratorObject: named('Generator', 'AsyncGenerator'),
  isMapIterator: named('Map Iterator'),
  isSetIterator: named('Set Iterator'),
  isArgumentsObject: named('Arguments'),
  isModuleNamespaceObject: named('Module'),
  isProxy: () => false, // none can be told from its target
  isExternal: () => false,
  isKeyObject: (value) => isObject(value) && value instanceof require('../crypto.js').KeyObject,
  isCryptoKey: (value) => isObject(value) && value instanceof globalThis.CryptoKey,
};
for (const array of ['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64', 'BigInt64', 'BigUint64']) {
  types[`is${array}Array`] = (value) => tag.call(value) === `${array}Array`;
}

module.exports = types;
