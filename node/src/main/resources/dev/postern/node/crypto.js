// Node's crypto. Each part is loaded when a member of it is first asked for: most scripts want one hash or one signature.

const { coded } = require('./calls/errors.js');

const PARTS = {
  'hash.js': ['createHash', 'createHmac', 'hash', 'Hash', 'Hmac'],
  'random.js': [
    'randomBytes', 'rng', 'prng', 'pseudoRandomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID',
  ],
  'derive.js': ['pbkdf2', 'pbkdf2Sync', 'scrypt', 'scryptSync', 'hkdf', 'hkdfSync'],
  'cipher.js': ['createCipheriv', 'createDecipheriv', 'Cipheriv', 'Decipheriv', 'getCipherInfo'],
  'keys.js': ['createSecretKey', 'createPrivateKey', 'createPublicKey', 'KeyObject'],
  'sign.js': ['createSign', 'createVerify', 'sign', 'verify', 'Sign', 'Verify'],
  'rsa.js': ['publicEncrypt', 'privateDecrypt', 'privateEncrypt', 'publicDecrypt'],
  'generate.js': ['generateKeyPair', 'generateKeyPairSync', 'generateKey', 'generateKeySync'],
  'agreement.js': [
    'createECDH', 'ECDH', 'diffieHellman', 'createDiffieHellman', 'createDiffieHellmanGroup', 'getDiffieHellman',
  ],
  'certificate.js': ['X509Certificate'],
  'names.js': ['getHashes', 'getCiphers', 'getCurves'],
  'equal.js': ['timingSafeEqual'],
};

for (const [file, names] of Object.entries(PARTS)) {
  for (const name of names) {
    Object.defineProperty(exports, name, {
      configurable: true,
      enumerable: true,
      get: () => keep(name, require('./crypto/' + file)[name]),
      set: (value) => keep(name, value),
    });
  }
}

/** Puts the value in the place of its getter, as an ordinary member that scripts may replace. */
function keep(name, value) {
  Object.defineProperty(exports, name, { configurable: true, enumerable: true, writable: true, value });
  return value;
}

exports.constants = require('./crypto/constants.js');
exports.getFips = () => 0;
exports.setFips = (enabled) => {
  if (enabled) throw coded(Error, 'ERR_CRYPTO_FIPS_UNAVAILABLE', 'Cannot set FIPS mode in a non-FIPS build.');
};

Object.defineProperties(exports, {
  webcrypto: { enumerable: true, get: () => require('./web/crypto.js').crypto },
  subtle: { enumerable: true, get: () => require('./web/crypto.js').crypto.subtle },
  getRandomValues: { enumerable: true, get: () => require('./crypto/random.js').getRandomValues },
});
