// HMAC and AES.

const { call, callBytes, joined } = require('../../calls/bytes.js');
const { domError } = require('../../calls/errors.js');
const { secretKey } = require('../keys.js');
const { randomBytes } = require('../random.js');
const {
  makeKey, bytesOf, bufferOf, copied, checkUsages, checkNotEmpty, operating, readSecret, writeSecret, dataError, operationFailed,
} = require('./key.js');

const HMAC_BITS = { 'SHA-1': 512, 'SHA-256': 512, 'SHA-384': 1024, 'SHA-512': 1024 };

function hmacLength({ hash, length }) {
  if (length === undefined) return HMAC_BITS[hash.name];
  if (!(length > 0)) throw domError('OperationError', 'Zero-length key is not supported');
  return length;
}

function hmacOf(key, data) {
  return callBytes('crypto.hmac', { digest: key.algorithm.hash.name }, bytesOf(key), data);
}

const hmacAlg = (algorithm) => `HS${algorithm.hash.name.slice('SHA-'.length)}`;

const HMAC = {
  name: 'HMAC',
  takesHash: true,
  keyLength: hmacLength,

  generateKey(algorithm, extractable, usages) {
    checkUsages('HMAC', usages, ['sign', 'verify']);
    checkNotEmpty('secret', usages);
    const length = hmacLength(algorithm);
    const object = secretKey(randomBytes(Math.ceil(length / 8)));
    return makeKey(object, { name: 'HMAC', length, hash: algorithm.hash }, extractable, usages);
  },

  importKey(format, data, algorithm, extractable, usages) {
    checkUsages('HMAC', usages, ['sign', 'verify']);
    checkNotEmpty('secret', usages);
    const object = readSecret(format, data, () => hmacAlg(algorithm), 'sig', extractable, usages);
    const length = 8 * object.symmetricKeySize;
    if (length === 0) throw dataError('Zero-length key is not supported');
    if (algorithm.length !== undefined && algorithm.length !== length) throw dataError('Invalid key length');
    return makeKey(object, { name: 'HMAC', hash: algorithm.hash, length }, extractable, usages);
  },

  exportKey: (format, key) => writeSecret(format, key, hmacAlg(key.algorithm)),
  sign: (algorithm, key, data) => bufferOf(hmacOf(key, data)),
  verify: (algorithm, key, data, signature) => call('crypto.equal', {}, hmacOf(key, data), signature).value,
};

/** An AES algorithm with the usages its keys have; the rest is in {@code operations}. */
function aes(name, allowed, operations) {
  const alg = (bits) => `A${bits}${name.slice('AES-'.length)}`;
  const checkLength = (length) => {
    if (![128, 192, 256].includes(length)) throw domError('OperationError', 'Invalid key length');
    return length;
  };
  return {
    name,
    keyLength: ({ length }) => checkLength(length),

    generateKey({ length }, extractable, usages) {
      checkUsages(name, usages, allowed);
      checkNotEmpty('secret', usages);
      return makeKey(secretKey(randomBytes(checkLength(length) / 8)), { name, length }, extractable, usages);
    },

    importKey(format, data, algorithm, extractable, usages) {
      checkUsages(name, usages, allowed);
      checkNotEmpty('secret', usages);
      const object = readSecret(format, data, (size) => alg(8 * size), 'enc', extractable, usages);
      const length = 8 * object.symmetricKeySize;
      if (![128, 192, 256].includes(length)) throw dataError('Invalid key length');
      return makeKey(object, { name, length }, extractable, usages);
    },

    exportKey: (format, key) => writeSecret(format, key, alg(key.algorithm.length)),
    ...operations,
  };
}

const CIPHER = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'];

function member(algorithm, name, length) {
  const bytes = copied(algorithm[name], `algorithm.${name}`);
  if (length !== undefined && bytes.length !== length) {
    throw domError('OperationError', `algorithm.${name} must contain exactly ${length} bytes`);
  }
  return bytes;
}

function cbc(encrypt) {
  return (algorithm, key, data) => {
    const iv = member(algorithm, 'iv', 16);
    return bufferOf(operating(() => callBytes('crypto.blocks', { mode: 'cbc', encrypt, padding: true }, bytesOf(key), iv, data)));
  };
}

function tagLength({ tagLength: bits = 128 }) {
  if (![96, 104, 112, 120, 128].includes(bits)) throw domError('OperationError', `${bits} is not a valid AES-GCM tag length`);
  return bits / 8;
}

function extra(algorithm) {
  return algorithm.additionalData === undefined ? undefined : member(algorithm, 'additionalData');
}

const GCM = {
  encrypt(algorithm, key, data) {
    const iv = member(algorithm, 'iv');
    const size = data.length + tagLength(algorithm);
    const aad = extra(algorithm);
    return bufferOf(operating(() => callBytes('crypto.seal', { mode: 'gcm' }, bytesOf(key), iv, data, aad)).subarray(0, size));
  },

  decrypt(algorithm, key, data) {
    const iv = member(algorithm, 'iv');
    const options = { mode: 'gcm', tagLength: tagLength(algorithm) };
    if (data.length < options.tagLength) throw domError('OperationError', 'The provided data is too small.');
    const aad = extra(algorithm);
    return bufferOf(operating(() => callBytes('crypto.open', options, bytesOf(key), iv, data, aad)));
  },
};

/** CTR where only the last bits of the block count: past their end they begin again, and the others stay. */
function ctr(algorithm, key, data) {
  const counter = member(algorithm, 'counter', 16);
  const { length } = algorithm;
  if (!(length >= 1 && length <= 128)) throw domError('OperationError', 'AES-CTR algorithm.length must be between 1 and 128');
  const blocks = BigInt(Math.ceil(data.length / 16));
  const count = 1n << BigInt(length);
  if (blocks > count) throw operationFailed();
  const all = counter.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  const untilEnd = count - (all % count);
  const crypt = (block, part) => callBytes('crypto.stream', { mode: 'ctr', offset: 0 }, bytesOf(key), block, part);
  if (blocks <= untilEnd) return bufferOf(crypt(counter, data));
  const split = Number(untilEnd) * 16;
  const start = all - (all % count);
  const first = Uint8Array.from({ length: 16 }, (_, i) => Number((start >> BigInt(8 * (15 - i))) & 0xffn));
  return bufferOf(joined([crypt(counter, data.subarray(0, split)), crypt(first, data.subarray(split))]));
}

const keyWrap = (unwrap) => (algorithm, key, data) =>
  bufferOf(operating(() => callBytes('crypto.wrap', { unwrap }, bytesOf(key), undefined, data)));

module.exports = [
  HMAC,
  aes('AES-CBC', CIPHER, { encrypt: cbc(true), decrypt: cbc(false) }),
  aes('AES-CTR', CIPHER, { encrypt: ctr, decrypt: ctr }),
  aes('AES-GCM', CIPHER, GCM),
  aes('AES-KW', ['wrapKey', 'unwrapKey'], { wrap: keyWrap(false), unwrap: keyWrap(true) }),
];
