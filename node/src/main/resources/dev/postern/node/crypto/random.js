// Random values, all of the host's.

const { Buffer, callBytes, later, viewed } = require('../calls/bytes.js');
const { argType, outOfRange, checkFunction, checkObject, domError } = require('../calls/errors.js');

const MOST = 2 ** 31 - 1;
const MOST_AT_ONCE = 2 ** 24;

function fill(bytes) {
  for (let at = 0; at < bytes.length; at += MOST_AT_ONCE) {
    const size = Math.min(MOST_AT_ONCE, bytes.length - at);
    bytes.set(callBytes('crypto.random', { size }), at);
  }
  return bytes;
}

function randomBytes(size, callback) {
  if (typeof size !== 'number') throw argType('size', 'of type number', size);
  if (!(size >= 0 && size <= MOST)) throw outOfRange('size', `>= 0 && <= ${MOST}`, size);
  if (callback === undefined) return fill(Buffer.alloc(Math.trunc(size)));
  checkFunction('callback', callback);
  later(callback, () => fill(Buffer.alloc(Math.trunc(size))));
}

function range(buffer, offset, size) {
  const bytes = viewed(buffer);
  if (bytes === undefined) throw argType('buf', 'an instance of ArrayBuffer or ArrayBufferView', buffer);
  const width = buffer.BYTES_PER_ELEMENT || 1;
  if (typeof offset !== 'number') throw argType('offset', 'of type number', offset);
  const from = offset * width;
  if (!(from >= 0 && from <= bytes.length)) throw outOfRange('offset', `>= 0 && <= ${bytes.length}`, offset);
  if (size !== undefined && typeof size !== 'number') throw argType('size', 'of type number', size);
  const length = size === undefined ? bytes.length - from : size * width;
  if (!(length >= 0 && length <= MOST)) throw outOfRange('size', `>= 0 && <= ${MOST}`, size);
  if (from + length > bytes.length) throw outOfRange('size + offset', `<= ${bytes.length}`, from + length);
  return bytes.subarray(from, from + length);
}

function randomFillSync(buffer, offset = 0, size) {
  fill(range(buffer, offset, size));
  return buffer;
}

function randomFill(buffer, offset, size, callback) {
  if (typeof offset === 'function') [offset, size, callback] = [0, undefined, offset];
  else if (typeof size === 'function') [size, callback] = [undefined, size];
  checkFunction('callback', callback);
  const bytes = range(buffer, offset, size);
  later(callback, () => {
    fill(bytes);
    return buffer;
  });
}

function randomInt(min, max, callback) {
  if (max === undefined || typeof max === 'function') [min, max, callback] = [0, min, max];
  if (callback !== undefined) checkFunction('callback', callback);
  if (!Number.isSafeInteger(min)) throw argType('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw argType('max', 'a safe integer', max);
  if (max <= min) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
  const span = max - min;
  if (!(span < 2 ** 48)) throw outOfRange(arguments.length === 1 ? 'max' : 'max - min', '<= 281474976710655', span);
  // Numbers beyond the last whole span are drawn again, or small results would be likelier.
  const limit = 2 ** 48 - (2 ** 48 % span);
  const draw = () => {
    for (;;) {
      const drawn = callBytes('crypto.random', { size: 6 }).readUIntBE(0, 6);
      if (drawn < limit) return (drawn % span) + min;
    }
  };
  if (callback === undefined) return draw();
  later(callback, draw);
}

function randomUUID(options) {
  if (options !== undefined) checkObject('options', options);
  const bytes = callBytes('crypto.random', { size: 16 });
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function getRandomValues(array) {
  const isInteger = ArrayBuffer.isView(array) && /^(Big)?(Ui|I)nt\d+(Clamped)?Array$|^Buffer$/.test(kindOf(array));
  if (!isInteger) throw domError('TypeMismatchError', 'The data argument must be an integer-type TypedArray');
  if (array.byteLength > 65536) {
    throw domError('QuotaExceededError', 'The requested length exceeds 65,536 bytes');
  }
  fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return array;
}

/** The name of a typed array's own class, whatever subclass it is of. */
function kindOf(array) {
  return Object.prototype.toString.call(array).slice('[object '.length, -1);
}

module.exports = {
  randomBytes,
  rng: randomBytes,
  pseudoRandomBytes: randomBytes,
  prng: randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  getRandomValues,
};
