// RSASSA-PKCS1-v1_5, RSA-PSS and RSA-OAEP.

const { callBytes } = require('../../calls/bytes.js');
const { domError } = require('../../calls/errors.js');
const { generatePair } = require('../generate.js');
const { signed, verified } = require('../sign.js');
const { KeyObject } = require('../keys.js');
const { makeKey, bytesOf, bufferOf, copied, checkUsages, checkNotEmpty, operating, readAsymmetric, writeAsymmetric, dataError } =
  require('./key.js');

function algorithmOf(name, object, hash) {
  const { modulusLength, publicExponent } = object.asymmetricKeyDetails;
  const hex = publicExponent.toString(16);
  const exponent = Uint8Array.from((hex.length % 2 === 0 ? hex : '0' + hex).match(/../g), (pair) => parseInt(pair, 16));
  return { name, modulusLength, publicExponent: exponent, hash };
}

/** One of the algorithms: which usages go with which half, its name in a JWK, and what it does. */
function rsa(name, usages, alg, use, operations) {
  const algOf = ({ hash }) => alg + (hash.name === 'SHA-1' ? operations.sha1Alg : operations.algSuffix(hash.name.slice('SHA-'.length)));
  return {
    name,
    takesHash: true,

    async generateKey(algorithm, extractable, wanted) {
      checkUsages(name, wanted, [...usages.public, ...usages.private]);
      const { modulusLength } = algorithm;
      const publicExponent = copied(algorithm.publicExponent, 'algorithm.publicExponent').reduce((sum, byte) => sum * 256 + byte, 0);
      if (publicExponent !== 3 && publicExponent !== 65537) throw domError('OperationError', 'The operation failed');
      const of = (half) => wanted.filter((usage) => usages[half].includes(usage));
      if (of('private').length === 0) throw domError('SyntaxError', 'Usages cannot be empty when creating a key.');
      const pair = await generatePair('rsa', { modulusLength, publicExponent });
      const described = algorithmOf(name, pair.publicKey, algorithm.hash);
      return {
        publicKey: makeKey(pair.publicKey, described, true, of('public')),
        privateKey: makeKey(pair.privateKey, described, extractable, of('private')),
      };
    },

    importKey(format, data, algorithm, extractable, wanted) {
      const options = { kty: 'RSA', use, alg: algOf(algorithm), extractable, usages: wanted };
      const object = readAsymmetric(format, data, options);
      if (object.asymmetricKeyType !== 'rsa') throw dataError('Invalid key type');
      checkUsages(name, wanted, usages[object.type]);
      checkNotEmpty(object.type, wanted);
      return makeKey(object, algorithmOf(name, object, algorithm.hash), extractable, wanted);
    },

    exportKey: (format, key) => writeAsymmetric(format, key, algOf(key.algorithm)),
    ...operations,
  };
}

/** A signature with this padding; {@code options} are those of Node's sign. */
function signing(options) {
  return {
    sha1Alg: '1',
    algSuffix: (bits) => bits,
    sign: (algorithm, key, data) =>
      bufferOf(operating(() => signed(key.algorithm.hash.name, data, KeyObject.from(key), options(algorithm)))),
    verify: (algorithm, key, data, signature) =>
      verified(key.algorithm.hash.name, data, KeyObject.from(key), options(algorithm), signature),
  };
}

function oaep(encrypt, kind) {
  return (algorithm, key, data) => {
    const label = algorithm.label === undefined ? undefined : copied(algorithm.label, 'algorithm.label');
    const options = { kind, encrypt, padding: 4, digest: key.algorithm.hash.name };
    return bufferOf(operating(() => callBytes('crypto.rsa', options, bytesOf(key), data, label)));
  };
}

const SIGNS = { public: ['verify'], private: ['sign'] };
const ENCRYPTS = { public: ['encrypt', 'wrapKey'], private: ['decrypt', 'unwrapKey'] };

module.exports = [
  rsa('RSASSA-PKCS1-v1_5', SIGNS, 'RS', 'sig', signing(() => ({ padding: 1 }))),
  rsa('RSA-PSS', SIGNS, 'PS', 'sig', signing(({ saltLength }) => ({ padding: 6, saltLength }))),
  rsa('RSA-OAEP', ENCRYPTS, 'RSA-OAEP', 'enc', {
    sha1Alg: '',
    algSuffix: (bits) => '-' + bits,
    encrypt: oaep(true, 'public'),
    decrypt: oaep(false, 'private'),
  }),
];
