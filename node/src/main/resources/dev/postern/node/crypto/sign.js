// Signatures.

const { toBytes, viewBytes, encoded, joined, call, callBytes, later } = require('../calls/bytes.js');
const { coded, argType, argValue, checkString, checkFunction, invalidDigest } = require('../calls/errors.js');
const { asymmetric, dataOf } = require('./keys.js');
const { hashName } = require('./names.js');
const { taking } = require('./streams.js');

const DATA = 'of type string or an instance of Buffer, TypedArray, or DataView';
const states = new WeakMap(); // Sign or Verify -> {name, chunks}
const HAS_NO_DIGEST = ['ed25519', 'ed448'];

function begin(object, algorithm, options) {
  checkString('algorithm', algorithm);
  const name = hashName(algorithm);
  if (name === undefined) throw invalidDigest();
  object._options = options;
  states.set(object, { name, chunks: [] });
}

function update(data, encoding) {
  states.get(this).chunks.push(Uint8Array.from(toBytes(data, 'data', encoding, DATA)));
  return this;
}

/** What of the options an operation takes. */
function optionsOf(key) {
  const { padding, saltLength, dsaEncoding } = key;
  if (padding !== undefined && !Number.isInteger(padding)) throw argValue('options.padding', padding);
  if (saltLength !== undefined && !Number.isInteger(saltLength)) throw argValue('options.saltLength', saltLength);
  if (dsaEncoding !== undefined && dsaEncoding !== 'der' && dsaEncoding !== 'ieee-p1363') {
    throw argValue('options.dsaEncoding', dsaEncoding);
  }
  return { padding, saltLength, plain: dsaEncoding === 'ieee-p1363' };
}

function checkStreamed(key) {
  if (HAS_NO_DIGEST.includes(key.asymmetricKeyType)) {
    throw coded(Error, 'ERR_CRYPTO_UNSUPPORTED_OPERATION', 'Unsupported crypto operation');
  }
}

function signed(digest, data, key, options) {
  const object = asymmetric('private', key);
  return callBytes('crypto.sign', { ...options, digest: digestFor(object, digest) }, dataOf(object).bytes, data);
}

function verified(digest, data, key, options, signature) {
  const object = asymmetric('public', key);
  return call('crypto.verify', { ...options, digest: digestFor(object, digest) }, dataOf(object).bytes, data, signature).value;
}

/** Where no digest is given, Node takes the usual one of the key. */
function digestFor(key, digest) {
  return digest === undefined && !HAS_NO_DIGEST.includes(key.asymmetricKeyType) ? 'sha256' : digest;
}

function Sign(algorithm, options) {
  if (!new.target) return new Sign(algorithm, options);
  begin(this, algorithm, options);
}

Sign.prototype.update = update;

Sign.prototype.sign = function sign(key, encoding) {
  if (!key) throw coded(Error, 'ERR_CRYPTO_SIGN_KEY_REQUIRED', 'No key provided to sign');
  const options = optionsOf(key);
  const object = asymmetric('private', key);
  checkStreamed(object);
  const { name, chunks } = states.get(this);
  return encoded(signed(name, joined(chunks), object, options), encoding);
};

function Verify(algorithm, options) {
  if (!new.target) return new Verify(algorithm, options);
  begin(this, algorithm, options);
}

Verify.prototype.update = update;

Verify.prototype.verify = function verify(key, signature, encoding) {
  const options = optionsOf(key);
  const object = asymmetric('public', key);
  checkStreamed(object);
  const bytes = toBytes(signature, 'signature', encoding);
  const { name, chunks } = states.get(this);
  return verified(name, joined(chunks), object, options, bytes);
};

taking(Sign);
taking(Verify);

/** The digest that an algorithm names; undefined for the key's own. */
function oneShot(algorithm) {
  if (algorithm === null || algorithm === undefined) return undefined;
  checkString('algorithm', algorithm);
  const name = hashName(algorithm);
  if (name === undefined) throw invalidDigest(algorithm);
  return name;
}

function sign(algorithm, data, key, callback) {
  if (callback !== undefined) checkFunction('callback', callback);
  const digest = oneShot(algorithm);
  const bytes = viewBytes(data, 'data');
  if (!key) throw coded(Error, 'ERR_CRYPTO_SIGN_KEY_REQUIRED', 'No key provided to sign');
  const options = optionsOf(key);
  const work = () => signed(digest, bytes, key, options);
  if (callback === undefined) return work();
  later(callback, work);
}

function verify(algorithm, data, key, signature, callback) {
  if (callback !== undefined) checkFunction('callback', callback);
  const digest = oneShot(algorithm);
  const bytes = viewBytes(data, 'data');
  if (key === undefined || key === null) throw argType('key', 'of type object', key);
  const options = optionsOf(key);
  const given = viewBytes(signature, 'signature');
  const work = () => verified(digest, bytes, key, options, given);
  if (callback === undefined) return work();
  later(callback, work);
}

module.exports = {
  Sign,
  Verify,
  sign,
  verify,
  signed,
  verified,
  createSign: (algorithm, options) => new Sign(algorithm, options),
  createVerify: (algorithm, options) => new Verify(algorithm, options),
};
