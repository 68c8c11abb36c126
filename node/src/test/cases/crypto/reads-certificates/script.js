// What a certificate says.
const crypto = require('crypto');
const keys = require('./keys.json');

const told = (certificate) =>
  Object.fromEntries(
    ['subject', 'subjectAltName', 'issuer', 'ca', 'validFrom', 'validTo', 'serialNumber', 'fingerprint', 'fingerprint256', 'fingerprint512'].map((name) => [
      name,
      certificate[name],
    ]),
  );

exports.run = async () => {
  const rsa = new crypto.X509Certificate(keys.certificate);
  const ec = new crypto.X509Certificate(keys.ecCertificate);
  return {
    rsa: told(rsa),
    ec: told(ec),
    ofDer: new crypto.X509Certificate(rsa.raw).fingerprint256 === rsa.fingerprint256,
    text: [rsa.toString() === keys.certificate, JSON.stringify(ec) === JSON.stringify(keys.ecCertificate)],
    publicKey: [rsa.publicKey.equals(crypto.createPublicKey(keys.rsaSpki)), ec.publicKey.asymmetricKeyDetails],
    verifies: [rsa.verify(rsa.publicKey), rsa.verify(crypto.createPublicKey(keys.rsaSmall)), ec.verify(ec.publicKey)],
    privateKey: [rsa.checkPrivateKey(crypto.createPrivateKey(keys.rsaPkcs8)), rsa.checkPrivateKey(crypto.createPrivateKey(keys.p256))],
    errors: ['nope', 5].map((input) => {
      try {
        return String(new crypto.X509Certificate(input));
      } catch (error) {
        return `${error.name} ${error.code}`;
      }
    }),
  };
};
