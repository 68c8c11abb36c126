// Node's buffer on the package of that name, which lacks base64url and compares with no plain Uint8Array.

const ported = require('./node_modules/buffer/index.js');

const { Buffer } = ported;
const isUrl = (encoding) => typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';
const input = (encoding) => (isUrl(encoding) ? 'base64' : encoding); // what decodes the one decodes the other

/** Has a function take `base64url` wherever it takes an encoding as one of its last arguments. */
function encodable(holder, name, first) {
  const original = holder[name];
  holder[name] = function (...args) {
    for (let i = first; i < args.length; i++) args[i] = input(args[i]);
    return Reflect.apply(original, this, args);
  };
  Object.defineProperty(holder[name], 'name', { value: name });
}

encodable(Buffer, 'from', 1);
encodable(Buffer, 'alloc', 2);
encodable(Buffer, 'byteLength', 1);
for (const name of ['write', 'fill', 'indexOf', 'lastIndexOf', 'includes']) encodable(Buffer.prototype, name, 1);

const { isEncoding } = Buffer;
Buffer.isEncoding = (encoding) => isUrl(encoding) || isEncoding(encoding);

const { toString } = Buffer.prototype;
Buffer.prototype.toString = function (encoding, start, end) {
  if (!isUrl(encoding)) return toString.call(this, encoding, start, end);
  const text = toString.call(this, 'base64', start, end);
  return text.replace(/[+/=]/g, (char) => ({ '+': '-', '/': '_', '=': '' })[char]);
};
Buffer.prototype.toLocaleString = Buffer.prototype.toString;

Buffer.prototype.equals = function equals(other) {
  return this === other || Buffer.compare(this, other) === 0;
};

module.exports = {
  Buffer,
  SlowBuffer: ported.SlowBuffer,
  INSPECT_MAX_BYTES: ported.INSPECT_MAX_BYTES,
  kMaxLength: ported.kMaxLength,
  constants: { MAX_LENGTH: ported.kMaxLength, MAX_STRING_LENGTH: 0x1fffffe8 },
  get atob() {
    return globalThis.atob;
  },
  get btoa() {
    return globalThis.btoa;
  },
  get Blob() {
    return globalThis.Blob;
  },
};
