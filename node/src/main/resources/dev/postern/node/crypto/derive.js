// Keys out of passwords and other keys.

const { Buffer, toBytes, joined, callBytes, later, STRING_OR_VIEWS } = require('../calls/bytes.js');
const { coded, argType, outOfRange, checkString, checkFunction, checkInteger, invalidDigest } = require('../calls/errors.js');
const { secretBytes } = require('./keys.js');
const { hashName, HASHES } = require('./names.js');

const MOST = 2 ** 31 - 1;
const ROUNDS = 10000; // of one call of the host, between which the sandbox can stop the script

const IKM = 'of type string or an instance of SecretKeyObject, ArrayBuffer, TypedArray, DataView, or Buffer';

const secret = (value, name) => toBytes(value, name, undefined, STRING_OR_VIEWS, true);

function checkPbkdf2(password, salt, iterations, keylen, digest) {
  checkString('digest', digest);
  const bytes = secret(password, 'password');
  const salted = secret(salt, 'salt');
  checkInteger('iterations', iterations, 1, MOST);
  checkInteger('keylen', keylen, 0, MOST);
  const name = hashName(digest);
  if (name === undefined) throw invalidDigest(digest);
  return () => pbkdf2Bytes(bytes, salted, iterations, keylen, name);
}

function pbkdf2Bytes(password, salt, iterations, length, digest) {
  const size = HASHES[digest];
  const blocks = [];
  for (let block = 1; (block - 1) * size < length; block++) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(block, 0);
    let last = joined([salt, number]);
    let sum = new Uint8Array(size);
    for (let done = 0; done < iterations; done += ROUNDS) {
      const both = callBytes('crypto.pbkdf2', { digest, rounds: Math.min(ROUNDS, iterations - done) }, password, last, sum);
      last = both.subarray(0, size);
      sum = both.subarray(size);
    }
    blocks.push(sum);
  }
  return Buffer.from(joined(blocks).buffer, 0, length);
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  return checkPbkdf2(password, salt, iterations, keylen, digest)();
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') [digest, callback] = [undefined, digest];
  const work = checkPbkdf2(password, salt, iterations, keylen, digest);
  checkFunction('callback', callback);
  later(callback, work);
}

function checkScrypt(password, salt, keylen, options = {}) {
  const bytes = secret(password, 'password');
  const salted = secret(salt, 'salt');
  checkInteger('keylen', keylen, 0, MOST);
  const either = (short, long, usual) => {
    if (options[short] !== undefined && options[long] !== undefined) {
      throw coded(Error, 'ERR_CRYPTO_SCRYPT_INVALID_PARAMETER', 'Invalid scrypt parameter');
    }
    const value = options[short] === undefined ? options[long] : options[short];
    if (value === undefined) return usual;
    checkInteger(options[short] === undefined ? long : short, value, 0, 2 ** 32 - 1);
    return value || usual;
  };
  const cost = either('N', 'cost', 16384);
  const blockSize = either('r', 'blockSize', 8);
  const parallelization = either('p', 'parallelization', 1);
  const maxmem = options.maxmem === undefined ? 32 << 20 : options.maxmem;
  if (typeof maxmem !== 'number') throw argType('maxmem', 'of type number', maxmem);
  const invalid = (why) => coded(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', 'Invalid scrypt params' + why);
  if (cost < 2 || !Number.isInteger(Math.log2(cost))) throw invalid('');
  // What OpenSSL counts: the table, its scratch blocks, and a block for each lane.
  if (128 * blockSize * (cost + 2 + parallelization) > (maxmem || 32 << 20)) {
    throw invalid(': error:030000AC:digital envelope routines::memory limit exceeded');
  }
  if (keylen === 0) return () => Buffer.alloc(0);
  return () => callBytes('crypto.scrypt', { cost, blockSize, parallelization, length: keylen }, bytes, salted);
}

function scryptSync(password, salt, keylen, options) {
  return checkScrypt(password, salt, keylen, options)();
}

function scrypt(password, salt, keylen, options, callback) {
  if (typeof options === 'function') [options, callback] = [undefined, options];
  const work = checkScrypt(password, salt, keylen, options);
  checkFunction('callback', callback);
  later(callback, work);
}

function checkHkdf(digest, key, salt, info, length) {
  checkString('digest', digest);
  const bytes = secretBytes(key, undefined, 'ikm', IKM);
  const salted = toBytes(salt, 'salt');
  const told = toBytes(info, 'info');
  checkInteger('length', length, 0, MOST);
  if (told.byteLength > 1024) throw outOfRange('info', 'must not contain more than 1024 bytes', told.byteLength);
  const name = hashName(digest);
  if (name === undefined) throw invalidDigest(digest);
  if (length > 255 * HASHES[name]) throw coded(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
  return () => hkdfBytes(name, bytes, salted, told, length);
}

/** An ArrayBuffer of its own, as Node gives for this one. */
function hkdfBytes(digest, key, salt, info, length) {
  return Uint8Array.from(callBytes('crypto.hkdf', { digest, length }, key, salt, info)).buffer;
}

function hkdfSync(digest, key, salt, info, length) {
  return checkHkdf(digest, key, salt, info, length)();
}

function hkdf(digest, key, salt, info, length, callback) {
  const work = checkHkdf(digest, key, salt, info, length);
  checkFunction('callback', callback);
  later(callback, work);
}

module.exports = { pbkdf2, pbkdf2Sync, pbkdf2Bytes, scrypt, scryptSync, hkdf, hkdfSync, hkdfBytes };
