// New keys.

const { call, later } = require('../calls/bytes.js');
const { coded, argType, argValue, checkString, checkFunction, checkObject, checkInteger } = require('../calls/errors.js');
const { keyOf, publicOf, secretKey, dataOf, exported, checkEncoding } = require('./keys.js');
const { curveName } = require('./names.js');
const { randomBytes } = require('./random.js');

const TYPES = ['rsa', 'rsa-pss', 'ec', 'ed25519', 'ed448', 'x25519', 'x448'];

/** What the host is to make, of checked options. */
function request(type, options) {
  checkString('type', type);
  if (!TYPES.includes(type)) throw argValue('type', type, 'must be a supported key type.');
  if (options !== undefined) checkObject('options', options);
  for (const kind of ['public', 'private']) {
    const encoding = options && options[`${kind}KeyEncoding`];
    if (encoding === undefined || encoding === null) continue;
    checkObject(`options.${kind}KeyEncoding`, encoding);
    checkEncoding(kind, encoding, `options.${kind}KeyEncoding`);
  }
  if (type === 'ec') return { type, namedCurve: checkCurve(options) };
  if (type !== 'rsa' && type !== 'rsa-pss') return { type };
  checkObject('options', options);
  const { modulusLength, publicExponent = 65537 } = options;
  checkInteger('options.modulusLength', modulusLength, 0, 2 ** 32 - 1);
  checkInteger('options.publicExponent', publicExponent, 0, 2 ** 32 - 1);
  return { type, modulusLength, publicExponent };
}

function checkCurve(options) {
  checkObject('options', options);
  checkString('options.namedCurve', options.namedCurve);
  const curve = curveName(options.namedCurve);
  if (curve === undefined) throw coded(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
  return curve;
}

function pairOf(answer, options = {}) {
  const privateKey = keyOf(answer);
  const publicKey = publicOf(privateKey);
  const written = (key, name) =>
    options[name] === undefined || options[name] === null ? key : exported(dataOf(key), options[name], `options.${name}`);
  return { publicKey: written(publicKey, 'publicKeyEncoding'), privateKey: written(privateKey, 'privateKeyEncoding') };
}

/**
 * The pieces in which an answer is made, each of which gives it or nothing: one for all keys but those of RSA, whose primes
 * have to be looked for.
 */
function* pieces(asked) {
  if (asked.type !== 'rsa' && asked.type !== 'rsa-pss') return call('crypto.key.generate', asked);
  const primes = [];
  for (;;) {
    const { bytes } = call('crypto.key.prime', asked);
    if (bytes.length > 0) primes.push(bytes);
    if (primes.length === 2) {
      const answer = call('crypto.key.ofPrimes', asked, ...primes);
      if (answer.bytes.length > 0) return answer;
      primes.pop();
    }
    yield;
  }
}

function generateKeyPairSync(type, options) {
  for (const making = pieces(request(type, options)); ; ) {
    const { done, value } = making.next();
    if (done) return pairOf(value, options);
  }
}

/** The script goes on between the pieces. */
async function generatePair(type, options) {
  for (const making = pieces(request(type, options)); ; ) {
    await new Promise(setImmediate);
    const { done, value } = making.next();
    if (done) return pairOf(value, options);
  }
}

function generateKeyPair(type, options, callback) {
  if (typeof options === 'function') [options, callback] = [undefined, options];
  checkFunction('callback', callback);
  request(type, options);
  generatePair(type, options).then(
    ({ publicKey, privateKey }) => setImmediate(callback, null, publicKey, privateKey),
    (error) => setImmediate(callback, error),
  );
}

Object.defineProperty(generateKeyPair, Symbol.for('nodejs.util.promisify.custom'), {
  value: async (type, options) => generatePair(type, options),
});

function checkLength(type, options) {
  checkString('type', type);
  if (type !== 'hmac' && type !== 'aes') throw argValue('type', type, 'must be a supported key type.');
  checkObject('options', options);
  const { length } = options;
  if (typeof length !== 'number') throw argType('options.length', 'of type number', length);
  if (type === 'hmac') checkInteger('options.length', length, 8, 2 ** 31 - 1);
  else if (![128, 192, 256].includes(length)) throw argValue('options.length', length, 'must be one of: 128, 192, 256.');
  return length >> 3;
}

function generateKeySync(type, options) {
  return secretKey(randomBytes(checkLength(type, options)));
}

function generateKey(type, options, callback) {
  checkFunction('callback', callback);
  const length = checkLength(type, options);
  later(callback, () => secretKey(randomBytes(length)));
}

module.exports = { generateKeyPair, generateKeyPairSync, generatePair, generateKey, generateKeySync };
