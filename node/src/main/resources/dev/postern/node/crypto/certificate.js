// X.509 certificates.

const { Buffer, toBytes, call } = require('../calls/bytes.js');
const { argType } = require('../calls/errors.js');
const { keyOf, publicOf, isKeyObject, dataOf } = require('./keys.js');

const states = new WeakMap(); // X509Certificate -> {told, der}

class X509Certificate {
  constructor(buffer) {
    const { value, bytes } = call('crypto.certificate.read', {}, toBytes(buffer, 'buffer'));
    states.set(this, { told: value, der: bytes });
  }

  get raw() {
    return Buffer.from(states.get(this).der);
  }

  get publicKey() {
    return keyOf(call('crypto.key.read', { want: 'public', format: 'der', type: 'x509' }, states.get(this).der));
  }

  verify(publicKey) {
    if (!isKeyObject(publicKey)) throw argType('publicKey', 'an instance of KeyObject', publicKey);
    return call('crypto.certificate.verify', {}, states.get(this).der, dataOf(publicKey).bytes).value;
  }

  checkPrivateKey(privateKey) {
    if (!isKeyObject(privateKey)) throw argType('privateKey', 'an instance of KeyObject', privateKey);
    return publicOf(privateKey).equals(this.publicKey);
  }

  toString() {
    const lines = states.get(this).der.toString('base64').replace(/(.{64})(?=.)/g, '$1\n');
    return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  }

  toJSON() {
    return this.toString();
  }
}

for (const name of [
  'subject', 'subjectAltName', 'issuer', 'ca', 'validFrom', 'validTo', 'serialNumber', 'fingerprint', 'fingerprint256', 'fingerprint512',
]) {
  Object.defineProperty(X509Certificate.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return states.get(this).told[name];
    },
  });
}
for (const [name, read] of [['validFromDate', 'validFrom'], ['validToDate', 'validTo']]) {
  Object.defineProperty(X509Certificate.prototype, name, {
    configurable: true,
    get() {
      return new Date(this[read]);
    },
  });
}

module.exports = { X509Certificate };
