// Key objects. A key is bytes that only this file can reach: those of the secret, or the DER of PKCS #8 or SPKI.

const { Buffer, toBytes, viewBytes, viewed, encoded, decoded, call, STRING_OR_VIEWS } = require('../calls/bytes.js');
const { coded, argType, argValue, checkObject, checkString } = require('../calls/errors.js');

const inner = new WeakMap(); // KeyObject -> {kind, bytes, type, details}
const objects = new WeakMap(); // CryptoKey -> KeyObject
const creating = Symbol('creating');

const wrongKind = (kind, expected) =>
  coded(TypeError, 'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE', `Invalid key object type ${kind}, expected ${expected}.`);

class KeyObject {
  constructor(token, data) {
    if (token !== creating) throw argValue('type', token);
    inner.set(this, data);
  }

  get type() {
    return inner.get(this).kind;
  }

  get [Symbol.toStringTag]() {
    return 'KeyObject';
  }

  static from(key) {
    const object = objects.get(key);
    if (object === undefined) throw argType('key', 'an instance of CryptoKey', key);
    return object;
  }

  equals(other) {
    const own = inner.get(this);
    const others = inner.get(other);
    if (others === undefined) throw argType('otherKeyObject', 'an instance of KeyObject', other);
    return own.kind === others.kind && call('crypto.equal', {}, own.bytes, others.bytes).value;
  }
}

class SecretKeyObject extends KeyObject {
  get symmetricKeySize() {
    return inner.get(this).bytes.length;
  }

  export(options) {
    const { bytes } = inner.get(this);
    if (options === undefined) return Buffer.from(bytes);
    checkObject('options', options);
    if (options.format === 'jwk') return { kty: 'oct', k: encoded(bytes, 'base64url') };
    if (options.format !== undefined && options.format !== 'buffer') throw argValue('options.format', options.format);
    return Buffer.from(bytes);
  }
}

class AsymmetricKeyObject extends KeyObject {
  get asymmetricKeyType() {
    return inner.get(this).type;
  }

  get asymmetricKeyDetails() {
    const details = { ...inner.get(this).details };
    if (details.publicExponent !== undefined) details.publicExponent = BigInt(details.publicExponent);
    return details;
  }

  export(options) {
    checkObject('options', options);
    return exported(inner.get(this), options, 'options');
  }
}

class PublicKeyObject extends AsymmetricKeyObject {}
class PrivateKeyObject extends AsymmetricKeyObject {}

const ENCODINGS = { public: ['pkcs1', 'spki'], private: ['pkcs1', 'pkcs8', 'sec1'] };

/** Checks what a key is to be written as, before one is made for it. */
function checkEncoding(kind, options, name) {
  if (options.format === 'jwk') return;
  if (options.format !== 'pem' && options.format !== 'der') throw argValue(`${name}.format`, options.format);
  if (!ENCODINGS[kind].includes(options.type)) throw argValue(`${name}.type`, options.type);
  if (options.cipher === undefined || options.cipher === null) return;
  checkString(`${name}.cipher`, options.cipher);
  if (options.type !== 'pkcs8') {
    throw coded(
      Error,
      'ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS',
      `The selected key encoding ${options.type} does not support encryption.`,
    );
  }
}

function exported({ kind, bytes }, options, name) {
  checkEncoding(kind, options, name);
  const { format, type, cipher, passphrase } = options;
  if (format === 'jwk') return call('crypto.key.write', { kind, format }, bytes).value;
  const isEncrypted = kind === 'private' && cipher !== undefined && cipher !== null;
  const secret = isEncrypted ? toBytes(passphrase, `${name}.passphrase`, options.encoding, STRING_OR_VIEWS, true) : undefined;
  const written = call('crypto.key.write', { kind, format, type, cipher: isEncrypted ? cipher : undefined }, bytes, secret).bytes;
  return format === 'pem' ? written.toString('utf8') : written;
}

function createSecretKey(key, encoding) {
  const bytes = typeof key === 'string' ? decoded(key, encoding) : viewBytes(key, 'key');
  return secretKey(Uint8Array.from(bytes));
}

function secretKey(bytes) {
  return new SecretKeyObject(creating, { kind: 'secret', bytes });
}

/** The key object of what the host has answered. */
function keyOf({ value, bytes }) {
  const Class = value.kind === 'private' ? PrivateKeyObject : PublicKeyObject;
  return new Class(creating, { kind: value.kind, bytes: Uint8Array.from(bytes), type: value.type, details: value.details });
}

/** The public key of a private one. */
function publicOf(key) {
  return keyOf(call('crypto.key.read', { want: 'public', format: 'der', type: 'pkcs8' }, dataOf(key).bytes));
}

function dataOf(key) {
  return inner.get(key);
}

function isKeyObject(value) {
  return inner.has(value);
}

/** The KeyObject that is meant: itself, or that of a CryptoKey; undefined for anything else. */
function objectOf(value) {
  if (value === null || typeof value !== 'object') return undefined;
  return inner.has(value) ? value : objects.get(value);
}

const KEY = STRING_OR_VIEWS.replace(', or DataView', ', DataView, KeyObject, or CryptoKey');

/** The bytes of a secret key: a KeyObject, or what else Node takes for one. */
function secretBytes(key, encoding, name = 'key', expected = KEY) {
  const object = objectOf(key);
  if (object === undefined) return toBytes(key, name, encoding, expected, true);
  const { kind, bytes } = dataOf(object);
  if (kind !== 'secret') throw wrongKind(kind, 'secret');
  return bytes;
}

/** Reads a key: PEM, DER or JWK, as Node's options say. */
function read(want, input) {
  const options = typeof input === 'string' || viewed(input) !== undefined ? { key: input } : input;
  if (options === null || typeof options !== 'object' || !('key' in options)) throw argType('key', STRING_OR_VIEWS, input, true);
  const { key, format = 'pem', passphrase, encoding } = options;
  if (format === 'jwk') return readJwk(want, key);
  if (format !== 'pem' && format !== 'der') throw argValue('options.format', format);
  const type = format === 'der' ? options.type : undefined;
  if (format === 'der' && !['pkcs1', 'pkcs8', 'spki', 'sec1'].includes(type)) throw argValue('options.type', type);
  const bytes = toBytes(key, 'key', encoding, STRING_OR_VIEWS, true);
  const secret = passphrase === undefined || passphrase === null ? undefined : toBytes(passphrase, 'key.passphrase', encoding, STRING_OR_VIEWS, true);
  return keyOf(call('crypto.key.read', { want, format, type }, bytes, secret));
}

const MEMBERS = {
  RSA: { public: ['n', 'e'], private: ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] },
  EC: { public: ['crv', 'x', 'y'], private: ['crv', 'x', 'y', 'd'] },
  OKP: { public: ['crv', 'x'], private: ['crv', 'x', 'd'] },
};

function readJwk(want, jwk) {
  checkObject('key.key', jwk);
  if (!Object.hasOwn(MEMBERS, jwk.kty)) throw argValue('key.kty', jwk.kty, "must be one of: 'RSA', 'EC', 'OKP'.");
  const told = { kty: jwk.kty };
  for (const name of MEMBERS[jwk.kty][want]) {
    checkString(`key.${name}`, jwk[name]);
    told[name] = jwk[name];
  }
  return keyOf(call('crypto.key.read', { want, format: 'jwk', jwk: told }));
}

function createPrivateKey(key) {
  const object = objectOf(key);
  if (object !== undefined) throw argType('key', STRING_OR_VIEWS, key);
  return read('private', key);
}

function createPublicKey(key) {
  const object = objectOf(key) || (key !== null && typeof key === 'object' ? objectOf(key.key) : undefined);
  if (object === undefined) return read('public', key);
  if (object.type !== 'private') throw wrongKind(object.type, 'private');
  return publicOf(object);
}

/** The private or public key that an operation was given, in any of the forms Node takes. */
function asymmetric(want, key) {
  const object = objectOf(key) || (key !== null && typeof key === 'object' ? objectOf(key.key) : undefined);
  if (object === undefined) return read(want, key);
  if (object.type === want) return object;
  if (want === 'public' && object.type === 'private') return publicOf(object);
  throw wrongKind(object.type, want === 'public' ? 'private or public' : 'private');
}

/** Ties a CryptoKey to its key object. */
function attach(cryptoKey, object) {
  objects.set(cryptoKey, object);
}

module.exports = {
  KeyObject,
  createSecretKey,
  createPrivateKey,
  createPublicKey,
  secretKey,
  secretBytes,
  keyOf,
  publicOf,
  dataOf,
  exported,
  checkEncoding,
  asymmetric,
  isKeyObject,
  attach,
};
