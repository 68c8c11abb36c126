// ECDSA, ECDH, Ed25519, Ed448, X25519 and X448.

const { call, callBytes } = require('../../calls/bytes.js');
const { domError } = require('../../calls/errors.js');
const { agree } = require('../agreement.js');
const { generatePair } = require('../generate.js');
const { signed, verified } = require('../sign.js');
const { KeyObject, keyOf } = require('../keys.js');
const {
  isCryptoKey, makeKey, bytesOf, bufferOf, checkUsages, checkNotEmpty, operating, readAsymmetric, writeAsymmetric, dataError,
  notSupported,
} = require('./key.js');

const CURVES = { 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' };
const SIGNS = { public: ['verify'], private: ['sign'] };
const DERIVES = { public: [], private: ['deriveKey', 'deriveBits'] };

/**
 * An algorithm of keys that are points: {@code curve} gives the curve's name in a JWK and Node's type or curve of it,
 * from the algorithm that the caller passes.
 */
function points(name, kty, use, usages, curve, operations) {
  const fit = (object, { type, namedCurve }) =>
    object.asymmetricKeyType === type && (namedCurve === undefined || object.asymmetricKeyDetails.namedCurve === namedCurve);
  const alg = kty === 'OKP' && use === 'sig' ? name : undefined;
  return {
    name,

    async generateKey(algorithm, extractable, wanted) {
      checkUsages(name, wanted, [...usages.public, ...usages.private]);
      const { type, namedCurve, described } = curve(algorithm);
      const of = (half) => wanted.filter((usage) => usages[half].includes(usage));
      if (of('private').length === 0) throw domError('SyntaxError', 'Usages cannot be empty when creating a key.');
      const pair = await generatePair(type, { namedCurve });
      return {
        publicKey: makeKey(pair.publicKey, described, true, of('public')),
        privateKey: makeKey(pair.privateKey, described, extractable, of('private')),
      };
    },

    importKey(format, data, algorithm, extractable, wanted) {
      const wantedCurve = curve(algorithm);
      const { type, namedCurve, described } = wantedCurve;
      const fromRaw = (key) =>
        keyOf(call('crypto.key.read', { want: 'public', format: 'raw', type: namedCurve || type }, key));
      const object = readAsymmetric(format, data, { kty, use, extractable, usages: wanted, fromRaw });
      if (!fit(object, wantedCurve)) throw dataError('Named curve mismatch');
      checkUsages(name, wanted, usages[object.type]);
      checkNotEmpty(object.type, wanted);
      return makeKey(object, described, extractable, wanted);
    },

    exportKey(format, key) {
      if (format !== 'raw') return writeAsymmetric(format, key, alg);
      if (key.type !== 'public') throw notSupported(`Unable to export a ${name} ${key.type} key using raw format`);
      return bufferOf(callBytes('crypto.key.write', { kind: 'public', format: 'raw' }, bytesOf(key)));
    },
    ...operations,
  };
}

function named(name) {
  return ({ namedCurve }) => {
    if (!Object.hasOwn(CURVES, namedCurve)) throw notSupported('Unrecognized namedCurve');
    return { type: 'ec', namedCurve: CURVES[namedCurve], described: { name, namedCurve } };
  };
}

function single(name) {
  return () => ({ type: name.toLowerCase(), namedCurve: undefined, described: { name } });
}

const ecdsa = {
  takesHashToSign: true,
  sign: ({ hash }, key, data) => bufferOf(operating(() => signed(hash.name, data, KeyObject.from(key), { plain: true }))),
  verify: ({ hash }, key, data, signature) => verified(hash.name, data, KeyObject.from(key), { plain: true }, signature),
};

const eddsa = {
  sign: (algorithm, key, data) => bufferOf(operating(() => signed(undefined, data, KeyObject.from(key), {}))),
  verify: (algorithm, key, data, signature) => verified(undefined, data, KeyObject.from(key), {}, signature),
};

const agreement = {
  derive(algorithm, key, length) {
    const other = algorithm.public;
    if (!isCryptoKey(other) || other.type !== 'public') throw domError('InvalidAccessError', 'algorithm.public must be a public key');
    if (other.algorithm.name !== key.algorithm.name) throw domError('InvalidAccessError', 'algorithm.public must be of the same type');
    if (other.algorithm.namedCurve !== key.algorithm.namedCurve) throw domError('InvalidAccessError', 'Named curve mismatch');
    const secret = operating(() => agree(KeyObject.from(key), KeyObject.from(other)));
    if (length === null || length === undefined) return secret;
    if (secret.length * 8 < length) throw domError('OperationError', 'derived bit length is too small');
    const bits = secret.subarray(0, Math.ceil(length / 8));
    if (length % 8 !== 0) bits[bits.length - 1] &= 0xff << (8 - (length % 8));
    return bits;
  },
};

module.exports = [
  points('ECDSA', 'EC', 'sig', SIGNS, named('ECDSA'), ecdsa),
  points('ECDH', 'EC', 'enc', DERIVES, named('ECDH'), agreement),
  points('Ed25519', 'OKP', 'sig', SIGNS, single('Ed25519'), eddsa),
  points('Ed448', 'OKP', 'sig', SIGNS, single('Ed448'), eddsa),
  points('X25519', 'OKP', 'enc', DERIVES, single('X25519'), agreement),
  points('X448', 'OKP', 'enc', DERIVES, single('X448'), agreement),
];
