// Key objects out of all the formats, and into them.
const crypto = require('crypto');
const keys = require('./keys.json');

const attempt = (work) => {
  try {
    const value = work();
    return Buffer.isBuffer(value) ? value.toString('hex') : value;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const told = (key) => [
  key.type,
  key.asymmetricKeyType,
  Object.fromEntries(Object.entries(key.asymmetricKeyDetails || {}).map(([name, value]) => [name, String(value)])),
];
const pairs = ['rsaPkcs8', 'p256', 'p384', 'p521', 'k256', 'ed25519', 'ed448', 'x25519', 'x448'];
const forms = {
  private: { rsa: ['pkcs1', 'pkcs8'], ec: ['sec1', 'pkcs8'], other: ['pkcs8'] },
  public: { rsa: ['pkcs1', 'spki'], ec: ['spki'], other: ['spki'] },
};

/** Writes the key in each form, and reads it again from each. */
function written(key) {
  const types = forms[key.type][key.asymmetricKeyType] || forms[key.type].other;
  const create = key.type === 'private' ? crypto.createPrivateKey : crypto.createPublicKey;
  return [
    ...types.flatMap((type) =>
      ['pem', 'der'].map((format) => {
        const out = key.export({ type, format });
        return [type, format, format === 'pem' ? out : crypto.hash('sha256', out), create({ key: out, format, type }).equals(key)];
      }),
    ),
    ['jwk', attempt(() => key.export({ format: 'jwk' })), attempt(() => create({ key: key.export({ format: 'jwk' }), format: 'jwk' }).equals(key))],
  ];
}

exports.run = async () => ({
  private: pairs.map((name) => [name, told(crypto.createPrivateKey(keys[name])), written(crypto.createPrivateKey(keys[name]))]),
  public: pairs.map((name) => [name, told(crypto.createPublicKey(keys[name])), written(crypto.createPublicKey(keys[name]))]),
  others: ['rsaPkcs1', 'p256Sec1', 'p521Sec1', 'rsaPss'].map((name) => told(crypto.createPrivateKey(keys[name]))),
  otherPublic: ['rsaSpki', 'rsaPublicPkcs1', 'p256Spki', 'certificate', 'ecCertificate', 'rsaPkcs1', 'p256Sec1'].map((name) => told(crypto.createPublicKey(keys[name]))),
  sameKey: [
    crypto.createPublicKey(keys.certificate).equals(crypto.createPublicKey(keys.rsaPkcs8)),
    crypto.createPublicKey(crypto.createPrivateKey(keys.p256)).equals(crypto.createPublicKey(keys.ecCertificate)),
    crypto.createPrivateKey(keys.rsaPkcs1).equals(crypto.createPrivateKey(keys.rsaPkcs8)),
    crypto.createPrivateKey(keys.p256).equals(crypto.createPrivateKey(keys.p384)),
    crypto.createPublicKey(Buffer.from(keys.rsaSpki)).equals(crypto.createPublicKey(keys.rsaPublicPkcs1)),
  ],
  encrypted: [
    () => told(crypto.createPrivateKey({ key: keys.rsaEncrypted, passphrase: 'secret' })),
    () => told(crypto.createPrivateKey({ key: keys.rsaEncrypted128, passphrase: Buffer.from('secret') })),
    () => crypto.createPrivateKey({ key: keys.rsaOlder, passphrase: 'secret' }).equals(crypto.createPrivateKey(keys.rsaPkcs8)),
    () => told(crypto.createPrivateKey({ key: keys.rsaEncrypted, passphrase: 'wrong' })),
    () => {
      const pem = crypto.createPrivateKey(keys.p256).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-192-cbc', passphrase: 'x' });
      return [pem.split('\n')[0], crypto.createPrivateKey({ key: pem, passphrase: 'x' }).equals(crypto.createPrivateKey(keys.p256))];
    },
    () => {
      const der = crypto.createPrivateKey(keys.ed25519).export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'x' });
      return told(crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: 'x' }));
    },
  ].map(attempt),
  secret: [
    () => crypto.createSecretKey(Buffer.from('abc')).export(),
    () => crypto.createSecretKey('616263', 'hex').export({ format: 'jwk' }),
    () => crypto.createSecretKey('abc').symmetricKeySize,
    () => crypto.createSecretKey('abc').type,
    () => crypto.createSecretKey('abc').equals(crypto.createSecretKey(Buffer.from('abc'))),
    () => crypto.createSecretKey('abc').equals(crypto.createSecretKey('abd')),
    () => crypto.createSecretKey('').symmetricKeySize,
    () => crypto.createSecretKey(5),
    () => crypto.createSecretKey('abc').export({ format: 'pem' }).length,
    () => crypto.createSecretKey('abc') instanceof crypto.KeyObject,
    () => String(crypto.createSecretKey('abc')),
    () => JSON.stringify(crypto.createSecretKey('abc')),
  ].map((work) => attempt(work)).map((value) => (/options.format/.test(value) ? 'refused' : value)),
  errors: [
    () => crypto.createPrivateKey('nope'),
    () => crypto.createPrivateKey(''),
    () => crypto.createPublicKey('nope'),
    () => crypto.createPrivateKey(keys.rsaSpki),
    () => crypto.createPrivateKey(keys.certificate),
    () => crypto.createPrivateKey(5),
    () => crypto.createPrivateKey({ key: Buffer.alloc(4), format: 'der' }),
    () => crypto.createPrivateKey({ key: keys.p256, format: 'nope' }),
    () => crypto.createPublicKey(crypto.createPublicKey(keys.rsaSpki)),
    () => crypto.createPublicKey(crypto.createSecretKey('a')),
    () => crypto.createPrivateKey('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'),
    () => crypto.createPublicKey({ key: { kty: 'nope' }, format: 'jwk' }),
    () => crypto.createPublicKey({ key: { kty: 'RSA' }, format: 'jwk' }),
    () => crypto.createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, format: 'jwk' }),
    () => crypto.createPrivateKey(keys.rsaPkcs8).export({ type: 'sec1', format: 'pem' }),
    () => crypto.createPrivateKey(keys.p256).export({ type: 'pkcs1', format: 'pem' }),
    () => crypto.createPrivateKey(keys.p256).export(),
    () => crypto.createPrivateKey(keys.p256).export({ format: 'pem' }),
    () => crypto.createPublicKey(keys.p256).export({ type: 'pkcs8', format: 'pem' }),
    () => crypto.createPublicKey(keys.p256).equals(5),
    () => new crypto.KeyObject(),
    () => crypto.createHmac('sha256', crypto.createPublicKey(keys.p256)),
  ].map(attempt),
});
