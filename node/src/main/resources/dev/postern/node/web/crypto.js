// The global crypto, which is also crypto.webcrypto.

const { coded } = require('../calls/errors.js');
const { getRandomValues, randomUUID } = require('../crypto/random.js');

const creating = Symbol('creating');

class Crypto {
  constructor(token) {
    if (token !== creating) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
  }

  get subtle() {
    return require('../crypto/subtle.js').subtle;
  }

  getRandomValues(array) {
    return getRandomValues(array);
  }

  randomUUID(options) {
    return randomUUID(options);
  }
}
Object.defineProperty(Crypto.prototype, Symbol.toStringTag, { configurable: true, value: 'Crypto' });

Object.defineProperties(module.exports, {
  crypto: { enumerable: true, value: new Crypto(creating) },
  Crypto: { enumerable: true, value: Crypto },
  CryptoKey: { enumerable: true, get: () => require('../crypto/subtle.js').CryptoKey },
  SubtleCrypto: { enumerable: true, get: () => require('../crypto/subtle.js').SubtleCrypto },
});
