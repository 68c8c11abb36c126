// HKDF and PBKDF2.

const { domError } = require('../../calls/errors.js');
const { pbkdf2Bytes, hkdfBytes } = require('../derive.js');
const { hashName } = require('../names.js');
const { makeKey, bytesOf, copied, checkUsages, checkNotEmpty, operating, readSecret } = require('./key.js');

function derivation(name, derive) {
  return {
    name,
    takesHashToDerive: true,
    keyLength: () => null,

    importKey(format, data, algorithm, extractable, usages) {
      checkUsages(name, usages, ['deriveKey', 'deriveBits']);
      checkNotEmpty('secret', usages);
      if (extractable) throw domError('SyntaxError', `${name} keys are not extractable`);
      return makeKey(readSecret(format, data, () => undefined, 'enc', false, usages), { name }, false, usages);
    },

    derive(algorithm, key, length) {
      if (length === null || length === undefined) throw domError('OperationError', 'length cannot be null');
      if (length % 8 !== 0) throw domError('OperationError', 'length must be a multiple of 8');
      const salt = copied(algorithm.salt, 'algorithm.salt');
      return new Uint8Array(operating(() => derive(algorithm, hashName(algorithm.hash.name), bytesOf(key), salt, length / 8)));
    },
  };
}

module.exports = [
  derivation('HKDF', ({ info }, digest, key, salt, length) => hkdfBytes(digest, key, salt, copied(info, 'algorithm.info'), length)),
  derivation('PBKDF2', ({ iterations }, digest, key, salt, length) => {
    if (!(iterations >= 1)) throw domError('OperationError', 'iterations cannot be zero');
    return pbkdf2Bytes(key, salt, iterations, length, digest);
  }),
];
