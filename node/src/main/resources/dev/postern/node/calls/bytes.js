// Bytes in and out: what scripts pass for them, what they get back, and the way to the host.

const { Buffer } = require('buffer');
const { argType } = require('./errors.js');

const VIEWS = 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView';
const STRING_OR_VIEWS = 'of type string or ' + VIEWS;

function isBuffer(value) {
  return value instanceof ArrayBuffer || Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

/** The bytes of a view or an ArrayBuffer, not copied; undefined for anything else. */
function viewed(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value !== null && typeof value === 'object' && isBuffer(value)) return new Uint8Array(value);
  return undefined;
}

/** The bytes of a string in this encoding, which is utf8 where Node takes it for that. */
function decoded(text, encoding) {
  const name = typeof encoding === 'string' ? encoding.toLowerCase() : encoding;
  return Buffer.from(text, name === undefined || name === 'buffer' || !Buffer.isEncoding(name) ? 'utf8' : name);
}

function toBytes(value, name, encoding, expected = STRING_OR_VIEWS, isSecret = false) {
  if (typeof value === 'string') return decoded(value, encoding);
  const bytes = viewed(value);
  if (bytes === undefined) throw argType(name, expected, value, isSecret);
  return bytes;
}

function viewBytes(value, name) {
  const bytes = viewed(value);
  if (bytes === undefined) throw argType(name, VIEWS, value);
  return bytes;
}

/** What a method with an output encoding gives: a Buffer where there is none. */
function encoded(bytes, encoding) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === undefined || encoding === null || encoding === 'buffer') return buffer;
  return buffer.toString(String(encoding));
}

function joined(parts) {
  let length = 0;
  for (const part of parts) length += part.byteLength;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}

/** The arguments of a host function: options, and byte strings, of which any may be undefined. */
function packed(options, parts) {
  const lengths = parts.map((part) => (part === undefined ? -1 : part.byteLength));
  const present = parts.filter((part) => part !== undefined);
  return [{ ...options, parts: lengths }, present.length === 1 ? present[0] : joined(present)];
}

/** Calls the host; gives what it says and the bytes, a Buffer. */
function call(name, options, ...parts) {
  const [value, bytes] = packed(options, parts);
  return answered(host.call(name, value, bytes));
}

function callBytes(name, options, ...parts) {
  return call(name, options, ...parts).bytes;
}

/** Starts a deferred function of the host; gives {promise, cancel}, the promise being one of the same. */
function start(name, options, ...parts) {
  const [value, bytes] = packed(options, parts);
  const { promise, cancel } = host.start(name, value, bytes);
  return { promise: promise.then(answered), cancel };
}

function answered({ value, bytes }) {
  return { value, bytes: bytes === undefined ? Buffer.alloc(0) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** Runs the work now, and tells the callback in a later turn, as scripts expect of Node. */
function later(callback, work) {
  let error = null;
  let result;
  try {
    result = work();
  } catch (thrown) {
    error = thrown;
  }
  setImmediate(() => (error === null ? callback(null, result) : callback(error)));
}

module.exports = { Buffer, toBytes, viewBytes, viewed, decoded, encoded, joined, call, callBytes, start, later, VIEWS, STRING_OR_VIEWS };
