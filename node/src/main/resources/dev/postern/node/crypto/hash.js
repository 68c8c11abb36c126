// Hashes and HMAC. The data is kept until the digest is asked for, which is one call of the host.

const { Buffer, toBytes, encoded, joined, callBytes } = require('../calls/bytes.js');
const { coded, argType, argValue, checkString, invalidDigest } = require('../calls/errors.js');
const { transforming } = require('./streams.js');
const { secretBytes } = require('./keys.js');
const { hashName, HASHES } = require('./names.js');

const DATA = 'of type string or an instance of Buffer, TypedArray, or DataView';
const finalized = () => coded(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
const states = new WeakMap(); // Hash or Hmac -> {name, key, chunks, done}

/** A copy: scripts may change what they passed in. */
function copied(data, encoding) {
  if (data instanceof ArrayBuffer) throw argType('data', DATA, data);
  return Uint8Array.from(toBytes(data, 'data', encoding, DATA));
}

function Hash(algorithm, options) {
  if (!new.target) return new Hash(algorithm, options);
  checkString('algorithm', algorithm);
  const name = hashName(algorithm);
  if (name === undefined) throw coded(Error, undefined, 'Digest method not supported');
  if (options && options.outputLength !== undefined && options.outputLength !== HASHES[name]) {
    throw coded(Error, 'ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH', 'Unsupported state or unable to set output length');
  }
  this._options = options;
  states.set(this, { name, chunks: [], done: false });
}

Hash.prototype.update = function update(data, encoding) {
  const state = states.get(this);
  if (state.done) throw finalized();
  state.chunks.push(copied(data, encoding));
  return this;
};

Hash.prototype.digest = function digest(encoding) {
  const state = states.get(this);
  if (state.done) throw finalized();
  state.done = true;
  return encoded(callBytes('crypto.digest', { digest: state.name }, joined(state.chunks)), encoding);
};

Hash.prototype.copy = function copy(options) {
  const state = states.get(this);
  if (state.done) throw finalized();
  const other = new Hash(state.name, options);
  states.get(other).chunks = state.chunks.slice();
  return other;
};

function Hmac(algorithm, key, options) {
  if (!new.target) return new Hmac(algorithm, key, options);
  checkString('hmac', algorithm);
  const bytes = secretBytes(key, options && options.encoding);
  const name = hashName(algorithm);
  if (name === undefined) throw invalidDigest(algorithm);
  this._options = options;
  states.set(this, { name, key: bytes, chunks: [], done: false });
}

Hmac.prototype.update = Hash.prototype.update;

Hmac.prototype.digest = function digest(encoding) {
  const state = states.get(this);
  if (state.done) return encoded(Buffer.alloc(0), encoding);
  state.done = true;
  return encoded(callBytes('crypto.hmac', { digest: state.name }, state.key, joined(state.chunks)), encoding);
};

for (const Class of [Hash, Hmac]) {
  transforming(
    Class,
    (object, chunk, encoding) => {
      object.update(chunk, encoding);
    },
    (object) => object.digest(),
  );
}

function hash(algorithm, input, outputEncoding = 'hex') {
  checkString('algorithm', algorithm);
  const name = hashName(algorithm);
  if (typeof outputEncoding !== 'string') throw argType('outputEncoding', 'of type string', outputEncoding);
  if (outputEncoding !== 'buffer' && !Buffer.isEncoding(outputEncoding)) {
    throw argValue('outputEncoding', outputEncoding);
  }
  if (name === undefined) throw coded(Error, undefined, `Digest method ${algorithm} is not supported`);
  return encoded(callBytes('crypto.digest', { digest: name }, toBytes(input, 'input', 'utf8', DATA)), outputEncoding);
}

module.exports = {
  Hash,
  Hmac,
  hash,
  createHash: (algorithm, options) => new Hash(algorithm, options),
  createHmac: (algorithm, key, options) => new Hmac(algorithm, key, options),
};
