// Single operations that no limit stops, for the engine looks at none inside of them, and that take more memory at once than
// an execution may use: here they end in the error that Node gives where its own memory ends. A guard is a proxy, so that
// the function looks as it did. What cannot be guarded so, operators of BigInt above all, is left to worker processes.

const mostUnits = 2 ** 27; // of a string, or bytes of a buffer

function guarded(prototype, name, run) {
  const { value: native, ...attributes } = getOwnPropertyDescriptor(prototype, name);
  const proxy = new SafeProxy(native, { __proto__: null, apply: (target, self, args) => run(target, self, args) });
  defineProperty(prototype, name, { __proto__: null, ...attributes, value: proxy });
}

/** What is converted is converted once, in the language's order, and the function gets what came of it. */
function asText(self) {
  return self === undefined || self === null ? self : `${self}`;
}

function guardedRepeat(native, self, args) {
  const string = asText(self);
  if (typeof string !== 'string') return apply(native, string, args);
  const count = +args[0];
  if (string.length * count > mostUnits && count !== Infinity) throw new RangeError('Invalid string length');
  return apply(native, string, [count]);
}

function guardedPad(native, self, args) {
  const string = asText(self);
  if (typeof string !== 'string') return apply(native, string, args);
  const length = trunc(+args[0]);
  if (!(length > string.length)) return string;
  const fill = args[1] === undefined ? ' ' : `${args[1]}`;
  if (length > mostUnits && fill !== '') throw new RangeError('Invalid string length');
  return apply(native, string, [length, fill]);
}

function guardedFill(native, self, args) {
  if (isArray(self) && self.length > mostUnits) throw new RangeError('Invalid array length');
  return apply(native, self, args);
}

function guardedTransfer(native, self, args) {
  if (!isBuffer(self)) return apply(native, self, args); // which refuses before it converts
  return apply(native, self, args[0] === undefined ? [] : [checkedBytes(+args[0])]);
}

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isBuffer(value) {
  try {
    apply(lengthOfBuffer, value, []);
    return true;
  } catch {
    return false;
  }
}

function checkedBytes(count) {
  if (count > mostUnits) throw new RangeError('Array buffer allocation failed');
  return count;
}

/** The constructor under the same name, of which no buffer is made that is too large. */
function guardedConstructor(Native, check) {
  const Guarded = new SafeProxy(Native, {
    __proto__: null,
    construct: (target, args, newTarget) => construct(target, check(args), newTarget === Guarded ? target : newTarget),
  });
  const { name, prototype } = Native;
  defineProperty(prototype, 'constructor', { __proto__: null, value: Guarded, writable: true, configurable: true, enumerable: false });
  defineProperty(globalThis, name, { __proto__: null, value: Guarded, writable: true, configurable: true, enumerable: false });
}

guarded(String.prototype, 'repeat', guardedRepeat);
guarded(String.prototype, 'padStart', guardedPad);
guarded(String.prototype, 'padEnd', guardedPad);
guarded(Array.prototype, 'fill', guardedFill);
guarded(ArrayBuffer.prototype, 'transfer', guardedTransfer);
guarded(ArrayBuffer.prototype, 'transferToFixedLength', guardedTransfer);

guardedConstructor(ArrayBuffer, (args) => {
  const length = args[0] === undefined ? 0 : checkedBytes(+args[0]);
  const options = args[1];
  if (length <= -1 || !isObject(options)) return [length];
  const { maxByteLength } = options;
  return maxByteLength === undefined ? [length] : [length, { __proto__: null, maxByteLength: checkedBytes(+maxByteLength) }];
});
for (const Native of typedArrays) {
  guardedConstructor(Native, (args) => {
    const first = args[0];
    if (first === undefined || isObject(first)) return args;
    const length = +first;
    checkedBytes(length * Native.BYTES_PER_ELEMENT);
    return [length];
  });
}
