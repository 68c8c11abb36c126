// RSA encryption.

const { toBytes, callBytes } = require('../calls/bytes.js');
const { checkString, argValue } = require('../calls/errors.js');
const { asymmetric, dataOf } = require('./keys.js');
const { RSA_PKCS1_PADDING, RSA_PKCS1_OAEP_PADDING } = require('./constants.js');

function operation(want, encrypt, usualPadding) {
  return (key, buffer) => {
    const { padding = usualPadding, oaepHash = 'sha1', oaepLabel, encoding } = key;
    if (!Number.isInteger(padding)) throw argValue('options.padding', padding);
    checkString('key.oaepHash', oaepHash);
    const data = toBytes(buffer, 'buffer', encoding);
    const label = oaepLabel === undefined ? undefined : toBytes(oaepLabel, 'key.oaepLabel', encoding);
    const object = asymmetric(want, key);
    return callBytes('crypto.rsa', { kind: want, encrypt, padding, digest: oaepHash }, dataOf(object).bytes, data, label);
  };
}

module.exports = {
  publicEncrypt: operation('public', true, RSA_PKCS1_OAEP_PADDING),
  privateDecrypt: operation('private', false, RSA_PKCS1_OAEP_PADDING),
  privateEncrypt: operation('private', true, RSA_PKCS1_PADDING),
  publicDecrypt: operation('public', false, RSA_PKCS1_PADDING),
};
