// RSA encryption, with OAEP above all.
const crypto = require('crypto');
const keys = require('./keys.json');

const attempt = (work) => {
  try {
    const value = work();
    return Buffer.isBuffer(value) ? value.toString() : value;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const { RSA_PKCS1_PADDING, RSA_NO_PADDING, RSA_PKCS1_OAEP_PADDING } = crypto.constants;
const data = Buffer.from('message');
const node = (name) => Buffer.from(keys[name], 'base64');

exports.run = async () => ({
  ofNode: [
    () => crypto.privateDecrypt(keys.rsaPkcs8, node('oaep')),
    () => crypto.privateDecrypt({ key: keys.rsaPkcs8, oaepHash: 'sha256', oaepLabel: Buffer.from('label') }, node('oaep256')),
  ].map(attempt),
  here: [
    () => crypto.privateDecrypt(keys.rsaPkcs8, crypto.publicEncrypt(keys.rsaSpki, data)),
    () => crypto.privateDecrypt(keys.rsaPkcs8, crypto.publicEncrypt(keys.rsaPkcs8, data)),
    () => crypto.privateDecrypt({ key: keys.rsaPkcs8, oaepHash: 'sha512' }, crypto.publicEncrypt({ key: keys.certificate, oaepHash: 'sha512' }, data)),
    () => crypto.privateDecrypt({ key: keys.rsaEncrypted, passphrase: 'secret', padding: RSA_PKCS1_OAEP_PADDING }, crypto.publicEncrypt(keys.rsaSpki, data)),
    () => crypto.publicEncrypt({ key: keys.rsaSpki, padding: RSA_PKCS1_PADDING }, data).length,
    () => crypto.publicDecrypt(keys.rsaSpki, crypto.privateEncrypt(keys.rsaPkcs8, data)),
    () => crypto.privateEncrypt(keys.rsaPkcs8, data).toString('base64'),
    () => crypto.publicEncrypt({ key: keys.rsaSpki, padding: RSA_NO_PADDING }, Buffer.alloc(256, 1)).toString('base64'),
    () => crypto.privateDecrypt({ key: keys.rsaPkcs8, padding: RSA_NO_PADDING }, crypto.publicEncrypt({ key: keys.rsaSpki, padding: RSA_NO_PADDING }, Buffer.alloc(256, 65))),
  ].map(attempt),
  errors: [
    () => crypto.privateDecrypt(keys.rsaPkcs8, Buffer.alloc(256)),
    () => crypto.privateDecrypt(keys.rsaPkcs8, Buffer.alloc(25)),
    () => crypto.privateDecrypt({ key: keys.rsaPkcs8, oaepHash: 'sha256' }, node('oaep256')),
    () => crypto.publicEncrypt(keys.rsaSpki, Buffer.alloc(256)),
    () => crypto.publicEncrypt(keys.rsaSpki, 5),
    () => crypto.publicEncrypt({ key: keys.rsaSpki, oaepHash: 'nope' }, data),
    () => crypto.publicEncrypt(keys.p256Spki, data),
    () => crypto.privateDecrypt({ key: keys.rsaPkcs8, padding: RSA_PKCS1_PADDING }, Buffer.alloc(256, 1)).code,
  ].map(attempt).map((told) => String(told).replace(/, this can be reverted.*/, '').replace(/is no longer supported|is not supported/, 'refused')),
});
