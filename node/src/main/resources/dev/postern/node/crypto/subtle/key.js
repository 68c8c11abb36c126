// The keys of the Web Cryptography API, and what all its algorithms share.

const { coded, domError } = require('../../calls/errors.js');
const { viewed, decoded, VIEWS } = require('../../calls/bytes.js');
const { attach, createPrivateKey, createPublicKey, secretKey, dataOf, exported, KeyObject } = require('../keys.js');

const states = new WeakMap(); // CryptoKey -> {type, extractable, algorithm, usages}
const creating = Symbol('creating');

class CryptoKey {
  constructor(token, state) {
    if (token !== creating) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    states.set(this, state);
  }

  get type() {
    return states.get(this).type;
  }

  get extractable() {
    return states.get(this).extractable;
  }

  get algorithm() {
    return states.get(this).algorithm;
  }

  get usages() {
    return states.get(this).usages.slice();
  }
}
Object.defineProperty(CryptoKey.prototype, Symbol.toStringTag, { configurable: true, value: 'CryptoKey' });

function isCryptoKey(value) {
  return states.has(value);
}

function makeKey(object, algorithm, extractable, usages) {
  const { type } = object;
  const key = new CryptoKey(creating, { type, extractable: Boolean(extractable), algorithm, usages: [...new Set(usages)] });
  attach(key, object);
  return key;
}

const dataError = (message) => domError('DataError', message);
const notSupported = (message = 'The algorithm is not supported') => domError('NotSupportedError', message);
const operationFailed = () => domError('OperationError', 'The operation failed for an operation-specific reason');

/** The usages that are told must be of these. */
function checkUsages(name, usages, allowed) {
  for (const usage of usages) {
    if (!allowed.includes(usage)) throw domError('SyntaxError', `Unsupported key usage for a ${name} key`);
  }
}

/** A secret or private key that may be used for nothing is a mistake. */
function checkNotEmpty(type, usages) {
  if (type !== 'public' && usages.length === 0) {
    throw domError('SyntaxError', `Usages cannot be empty when importing a ${type} key.`);
  }
}

/** Does what the host may refuse, and tells a refusal as a fault of the data. */
function importing(work) {
  try {
    return work();
  } catch {
    throw dataError('Invalid keyData');
  }
}

function operating(work) {
  try {
    return work();
  } catch {
    throw operationFailed();
  }
}

function bufferOf(bytes) {
  return Uint8Array.from(bytes).buffer;
}

/** A copy of the bytes that a caller passes. */
function copied(value, name) {
  const bytes = viewed(value);
  if (bytes === undefined) throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" argument must be ${VIEWS}.`);
  return Uint8Array.from(bytes);
}

/** Checks the members of a JWK that all keys have. */
function checkJwk(jwk, kty, use, alg, extractable, usages) {
  if (jwk === null || typeof jwk !== 'object' || jwk.kty !== kty) throw dataError('Invalid JWK "kty" Parameter');
  if (usages.length > 0 && jwk.use !== undefined && jwk.use !== use) throw dataError('Invalid JWK "use" Parameter');
  if (jwk.ext === false && extractable) throw dataError('JWK "ext" Parameter and extractable mismatch');
  if (jwk.key_ops !== undefined && !usages.every((usage) => jwk.key_ops.includes(usage))) {
    throw dataError('Key operations and usage mismatch');
  }
  if (jwk.alg !== undefined && alg !== undefined && jwk.alg !== alg) {
    throw dataError('JWK "alg" does not match the requested algorithm');
  }
}

/** The key object of an asymmetric key in one of the formats; {@code raw} ones are made by {@code fromRaw}. */
function readAsymmetric(format, data, { kty, use, alg, extractable, usages, fromRaw }) {
  if (format === 'jwk') {
    checkJwk(data, kty, use, alg, extractable, usages);
    const create = data.d === undefined ? createPublicKey : createPrivateKey;
    return importing(() => create({ key: data, format }));
  }
  const key = copied(data, 'keyData');
  if (format === 'spki') return importing(() => createPublicKey({ key, format: 'der', type: 'spki' }));
  if (format === 'pkcs8') return importing(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
  if (format === 'raw' && fromRaw !== undefined) return importing(() => fromRaw(key));
  throw notSupported(`Unable to import a key using format ${format}`);
}

/** An asymmetric key in one of the formats but {@code raw}; {@code alg} is for a JWK. */
function writeAsymmetric(format, key, alg) {
  const object = KeyObject.from(key);
  const data = dataOf(object);
  if (format === 'spki' && key.type === 'public') return bufferOf(exported(data, { format: 'der', type: 'spki' }, 'options'));
  if (format === 'pkcs8' && key.type === 'private') return bufferOf(exported(data, { format: 'der', type: 'pkcs8' }, 'options'));
  if (format === 'jwk') return jwkOf(object.export({ format: 'jwk' }), key, alg);
  throw notSupported(`Unable to export a ${key.algorithm.name} ${key.type} key using ${format} format`);
}

function jwkOf(members, key, alg) {
  return { key_ops: key.usages, ext: key.extractable, ...members, ...(alg === undefined ? {} : { alg }) };
}

/** Bytes of a secret key from {@code raw} or {@code jwk}. */
function readSecret(format, data, alg, use, extractable, usages) {
  if (format === 'raw') return secretKey(copied(data, 'keyData'));
  if (format !== 'jwk') throw notSupported(`Unable to import a secret key using format ${format}`);
  checkJwk(data, 'oct', use, undefined, extractable, usages);
  if (typeof data.k !== 'string') throw dataError('Invalid keyData');
  const object = secretKey(Uint8Array.from(decoded(data.k, 'base64url')));
  const wanted = alg(object.symmetricKeySize);
  if (data.alg !== undefined && wanted !== undefined && data.alg !== wanted) {
    throw dataError('JWK "alg" does not match the requested algorithm');
  }
  return object;
}

function writeSecret(format, key, alg) {
  const object = KeyObject.from(key);
  if (format === 'raw') return bufferOf(dataOf(object).bytes);
  if (format === 'jwk') return jwkOf(object.export({ format: 'jwk' }), key, alg);
  throw notSupported(`Unable to export a ${key.algorithm.name} secret key using ${format} format`);
}

function bytesOf(key) {
  return dataOf(KeyObject.from(key)).bytes;
}

module.exports = {
  CryptoKey,
  isCryptoKey,
  makeKey,
  bytesOf,
  bufferOf,
  copied,
  checkUsages,
  checkNotEmpty,
  importing,
  operating,
  readAsymmetric,
  writeAsymmetric,
  readSecret,
  writeSecret,
  dataError,
  notSupported,
  operationFailed,
};
