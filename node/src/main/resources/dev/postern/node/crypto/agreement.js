// Secrets that two keys share.

const { toBytes, encoded, callBytes } = require('../calls/bytes.js');
const { coded, argType, checkObject, checkString } = require('../calls/errors.js');
const { isKeyObject, dataOf } = require('./keys.js');
const { curveName } = require('./names.js');

const states = new WeakMap(); // ECDH -> {curve, privateKey, publicKey}, both DER

const FORMATS = ['compressed', 'uncompressed', 'hybrid'];

function checkFormat(format) {
  if (format !== undefined && !FORMATS.includes(format)) {
    throw coded(TypeError, 'ERR_CRYPTO_ECDH_INVALID_FORMAT', `Invalid ECDH format: ${format}`);
  }
}

/** The DER of a point on the curve. */
function pointKey(curve, point) {
  return callBytes('crypto.key.read', { want: 'public', format: 'raw', type: curve }, point);
}

/** A point of a key. A hybrid one says in its first byte whether its y is odd. */
function pointOf(key, format) {
  const point = callBytes('crypto.key.write', { kind: 'public', format: 'raw', compressed: format === 'compressed' }, key);
  if (format === 'hybrid') point[0] = 6 + (point[point.length - 1] & 1);
  return point;
}

class ECDH {
  constructor(curve) {
    checkString('curve', curve);
    const name = curveName(curve);
    if (name === undefined) throw coded(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
    states.set(this, { curve: name });
  }

  static convertKey(key, curve, inputEncoding, outputEncoding, format) {
    checkString('curve', curve);
    checkFormat(format);
    const name = curveName(curve);
    if (name === undefined) throw coded(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
    const bytes = toBytes(key, 'key', inputEncoding);
    let read;
    try {
      read = pointKey(name, bytes);
    } catch {
      throw coded(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to convert Buffer to EC_POINT');
    }
    return encoded(pointOf(read, format), outputEncoding);
  }

  generateKeys(encoding, format) {
    checkFormat(format);
    const state = states.get(this);
    state.privateKey = callBytes('crypto.key.generate', { type: 'ec', namedCurve: state.curve });
    state.publicKey = undefined;
    return this.getPublicKey(encoding, format);
  }

  computeSecret(otherPublicKey, inputEncoding, outputEncoding) {
    const { curve, privateKey } = states.get(this);
    const bytes = toBytes(otherPublicKey, 'otherPublicKey', inputEncoding);
    if (privateKey === undefined) throw coded(RangeError, 'ERR_CRYPTO_INVALID_KEYPAIR', 'Invalid key pair');
    let other;
    try {
      other = pointKey(curve, bytes);
    } catch {
      throw coded(Error, 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY', 'Public key is not valid for specified curve');
    }
    return encoded(callBytes('crypto.agree', {}, privateKey, other), outputEncoding);
  }

  getPrivateKey(encoding) {
    const { privateKey } = states.get(this);
    if (privateKey === undefined) throw coded(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to get ECDH private key');
    return encoded(callBytes('crypto.key.write', { kind: 'private', format: 'raw' }, privateKey), encoding);
  }

  getPublicKey(encoding, format) {
    checkFormat(format);
    const { privateKey, publicKey } = states.get(this);
    if (privateKey === undefined && publicKey === undefined) {
      throw coded(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to get ECDH public key');
    }
    const key = publicKey || callBytes('crypto.key.read', { want: 'public', format: 'der', type: 'pkcs8' }, privateKey);
    return encoded(pointOf(key, format), encoding);
  }

  setPrivateKey(key, encoding) {
    const state = states.get(this);
    const bytes = toBytes(key, 'key', encoding);
    let read;
    try {
      read = callBytes('crypto.key.read', { want: 'private', format: 'raw', type: state.curve }, bytes);
    } catch {
      throw coded(RangeError, 'ERR_CRYPTO_INVALID_KEYTYPE', 'Private key is not valid for specified curve.');
    }
    state.privateKey = read;
    state.publicKey = undefined;
  }

  setPublicKey(key, encoding) {
    const state = states.get(this);
    const bytes = toBytes(key, 'key', encoding);
    try {
      state.publicKey = pointKey(state.curve, bytes);
    } catch {
      throw coded(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to convert Buffer to EC_POINT');
    }
  }
}

function diffieHellman(options) {
  checkObject('options', options);
  const { privateKey, publicKey } = options;
  for (const [name, key] of [['privateKey', privateKey], ['publicKey', publicKey]]) {
    if (!isKeyObject(key)) throw argType(`options.${name}`, 'an instance of KeyObject', key);
  }
  if (privateKey.type !== 'private') {
    throw coded(TypeError, 'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE', `Invalid key object type ${privateKey.type}, expected private.`);
  }
  return agree(privateKey, publicKey);
}

function agree(privateKey, publicKey) {
  return callBytes('crypto.agree', {}, dataOf(privateKey).bytes, dataOf(publicKey).bytes);
}

/** Classic Diffie-Hellman and the making of primes are not offered. */
function notOffered(name) {
  return () => {
    throw coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `crypto.${name} is not offered to Actions; createECDH and diffieHellman are`);
  };
}

module.exports = {
  ECDH,
  createECDH: (curve) => new ECDH(curve),
  diffieHellman,
  agree,
  createDiffieHellman: notOffered('createDiffieHellman'),
  createDiffieHellmanGroup: notOffered('createDiffieHellmanGroup'),
  getDiffieHellman: notOffered('getDiffieHellman'),
};
