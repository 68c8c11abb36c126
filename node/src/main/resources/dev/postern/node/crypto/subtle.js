// SubtleCrypto: finds the algorithm, checks the key, and leaves the rest to the files in subtle/.

const { Buffer, callBytes } = require('../calls/bytes.js');
const { coded, argType, domError } = require('../calls/errors.js');
const { CryptoKey, isCryptoKey, bufferOf, copied, notSupported, dataError } = require('./subtle/key.js');

const HASHES = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];
const ALGORITHMS = new Map();
for (const file of [
  require('./subtle/symmetric.js'),
  require('./subtle/rsa.js'),
  require('./subtle/curves.js'),
  require('./subtle/derive.js'),
]) {
  for (const algorithm of file) ALGORITHMS.set(algorithm.name.toLowerCase(), algorithm);
}

function nameOf(algorithm) {
  if (algorithm === null || typeof algorithm !== 'object') return String(algorithm);
  if (algorithm.name === undefined) throw coded(TypeError, 'ERR_MISSING_OPTION', 'algorithm.name is required');
  return String(algorithm.name);
}

function hashOf(value) {
  const name = nameOf(value).toUpperCase();
  if (!HASHES.includes(name)) throw notSupported('Unrecognized algorithm name');
  return { name };
}

/** What a caller passes as algorithm for an operation: its parameters, and the one that does it. */
function resolved(given, operation) {
  const found = ALGORITHMS.get(nameOf(given).toLowerCase());
  if (found === undefined || found[operation] === undefined) throw notSupported('Unrecognized algorithm name');
  const parameters = typeof given === 'string' ? { name: found.name } : { ...membersOf(given), name: found.name };
  const takesHash =
    (found.takesHash && (operation === 'importKey' || operation === 'generateKey' || operation === 'keyLength')) ||
    (found.takesHashToSign && (operation === 'sign' || operation === 'verify')) ||
    (found.takesHashToDerive && operation === 'derive');
  if (takesHash) {
    if (parameters.hash === undefined) throw coded(TypeError, 'ERR_MISSING_OPTION', 'algorithm.hash is required');
    parameters.hash = hashOf(parameters.hash);
  }
  return { found, parameters };
}

/** The members of an algorithm, its getters and those it inherits included. */
function membersOf(object) {
  const members = {};
  for (const name in object) members[name] = object[name];
  return members;
}

function checkKey(key, found, usage) {
  if (!isCryptoKey(key)) throw argType('key', 'an instance of CryptoKey', key);
  if (key.algorithm.name !== found.name) throw domError('InvalidAccessError', 'Key algorithm mismatch');
  if (!key.usages.includes(usage)) throw domError('InvalidAccessError', `Unable to use this key to ${usage}`);
}

/** The method of this name of a cipher or signature. */
async function operate(operation, algorithm, key, data, ...rest) {
  const { found, parameters } = resolved(algorithm, operation);
  const bytes = copied(data, 'data');
  const others = rest.map((value) => copied(value, 'signature'));
  checkKey(key, found, operation);
  return found[operation](parameters, key, bytes, ...others);
}

function derived(algorithm, key, usage, length) {
  const { found, parameters } = resolved(algorithm, 'derive');
  checkKey(key, found, usage);
  return found.derive(parameters, key, length);
}

const creating = Symbol('creating');

class SubtleCrypto {
  constructor(token) {
    if (token !== creating) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
  }

  async digest(algorithm, data) {
    const { name } = hashOf(algorithm);
    return bufferOf(callBytes('crypto.digest', { digest: name }, copied(data, 'data')));
  }

  async generateKey(algorithm, extractable, keyUsages) {
    const { found, parameters } = resolved(algorithm, 'generateKey');
    return found.generateKey(parameters, extractable, [...keyUsages]);
  }

  async importKey(format, keyData, algorithm, extractable, keyUsages) {
    const { found, parameters } = resolved(algorithm, 'importKey');
    return found.importKey(format, keyData, parameters, extractable, [...keyUsages]);
  }

  async exportKey(format, key) {
    if (!isCryptoKey(key)) throw argType('key', 'an instance of CryptoKey', key);
    if (!key.extractable) throw domError('InvalidAccessError', 'key is not extractable');
    const found = ALGORITHMS.get(key.algorithm.name.toLowerCase());
    if (found.exportKey === undefined) throw notSupported();
    return found.exportKey(format, key);
  }

  async sign(algorithm, key, data) {
    return operate('sign', algorithm, key, data);
  }

  async verify(algorithm, key, signature, data) {
    return operate('verify', algorithm, key, data, signature);
  }

  async encrypt(algorithm, key, data) {
    return operate('encrypt', algorithm, key, data);
  }

  async decrypt(algorithm, key, data) {
    return operate('decrypt', algorithm, key, data);
  }

  async deriveBits(algorithm, baseKey, length = null) {
    return bufferOf(derived(algorithm, baseKey, 'deriveBits', length));
  }

  async deriveKey(algorithm, baseKey, derivedKeyType, extractable, keyUsages) {
    const { found, parameters } = resolved(derivedKeyType, 'keyLength');
    const bits = derived(algorithm, baseKey, 'deriveKey', found.keyLength(parameters));
    return this.importKey('raw', bits, derivedKeyType, extractable, keyUsages);
  }

  async wrapKey(format, key, wrappingKey, wrapAlgo) {
    const { found, parameters, operation } = wrapping(wrapAlgo, 'wrap', 'encrypt');
    checkKey(wrappingKey, found, 'wrapKey');
    const exported = await this.exportKey(format, key);
    const text = format === 'jwk' ? jwkText(exported, operation) : new Uint8Array(exported);
    return found[operation](parameters, wrappingKey, text);
  }

  async unwrapKey(format, wrappedKey, unwrappingKey, unwrapAlgo, unwrappedKeyAlgo, extractable, keyUsages) {
    const { found, parameters, operation } = wrapping(unwrapAlgo, 'unwrap', 'decrypt');
    const bytes = copied(wrappedKey, 'wrappedKey');
    checkKey(unwrappingKey, found, 'unwrapKey');
    const exported = found[operation](parameters, unwrappingKey, bytes);
    return this.importKey(format, format === 'jwk' ? jwkIn(exported) : exported, unwrappedKeyAlgo, extractable, keyUsages);
  }
}
Object.defineProperty(SubtleCrypto.prototype, Symbol.toStringTag, { configurable: true, value: 'SubtleCrypto' });

/** A key is wrapped by an algorithm made for it, or else encrypted. */
function wrapping(algorithm, wrap, encrypt) {
  const found = ALGORITHMS.get(nameOf(algorithm).toLowerCase());
  const operation = found !== undefined && found[wrap] !== undefined ? wrap : encrypt;
  return { ...resolved(algorithm, operation), operation };
}

/** A JWK as text. Key wrap takes whole blocks of 8 bytes, and JSON does not mind blanks behind it. */
function jwkText(jwk, operation) {
  const text = Buffer.from(JSON.stringify(jwk), 'utf8');
  return operation === 'wrap' ? Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]) : text;
}

function jwkIn(buffer) {
  try {
    return JSON.parse(Buffer.from(buffer).toString('utf8'));
  } catch {
    throw dataError('Invalid wrapped JWK key');
  }
}

module.exports = { subtle: new SubtleCrypto(creating), SubtleCrypto, CryptoKey };
