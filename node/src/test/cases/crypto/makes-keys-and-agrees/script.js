// New keys, and the secrets that two of them share; the X25519 vector is that of RFC 7748.
const crypto = require('crypto');
const { promisify } = require('util');
const keys = require('./keys.json');

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const curves = ['prime256v1', 'P-384', 'secp521r1', 'secp256k1'];

function told({ publicKey, privateKey }) {
  const data = Buffer.from('x');
  const digest = publicKey.asymmetricKeyType.startsWith('ed') ? null : 'sha256';
  const signs = /^(rsa|ec|ed)/.test(publicKey.asymmetricKeyType);
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails;
  return [privateKey.type, publicKey.type, publicKey.asymmetricKeyType, modulusLength, namedCurve, signs && crypto.verify(digest, data, publicKey, crypto.sign(digest, data, privateKey))];
}

function okp(crv, privateHex, publicHex) {
  const jwk = (hex) => Buffer.from(hex, 'hex').toString('base64').replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const d = jwk(privateHex);
  return crypto.createPrivateKey({ key: { kty: 'OKP', crv, d, x: jwk(publicHex) }, format: 'jwk' });
}

exports.run = async () => ({
  pairs: [
    ['rsa', { modulusLength: 1024 }],
    ['rsa', { modulusLength: 1024, publicExponent: 3 }],
    ['rsa-pss', { modulusLength: 1024 }],
    ...curves.map((namedCurve) => ['ec', { namedCurve }]),
    ...['ed25519', 'ed448', 'x25519', 'x448'].map((type) => [type]),
  ].map(([type, options]) => told(crypto.generateKeyPairSync(type, options))),
  encoded: (() => {
    const { publicKey, privateKey } = crypto.generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    });
    return [publicKey.split('\n')[0], Buffer.isBuffer(privateKey)];
  })(),
  later: [
    told(await promisify(crypto.generateKeyPair)('rsa', { modulusLength: 2048 })),
    told(await new Promise((resolve, reject) =>
      crypto.generateKeyPair('ed25519', undefined, (error, publicKey, privateKey) => (error ? reject(error) : resolve({ publicKey, privateKey }))))),
  ],
  secrets: [
    crypto.generateKeySync('hmac', { length: 70 }).symmetricKeySize,
    crypto.generateKeySync('aes', { length: 192 }).symmetricKeySize,
    (await promisify(crypto.generateKey)('aes', { length: 256 })).symmetricKeySize,
  ],
  agreed: [
    ...['p256', 'p384', 'p521', 'k256', 'x25519', 'x448'].map((name) =>
      crypto.diffieHellman({ privateKey: crypto.createPrivateKey(keys[name]), publicKey: crypto.createPublicKey(keys[name]) }).toString('hex')),
    // RFC 7748, section 6.1
    crypto.diffieHellman({
      privateKey: okp('X25519', '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb', 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f'),
      publicKey: crypto.createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo' }, format: 'jwk' }),
    }).toString('hex'),
  ],
  ecdh: curves.map((curve) => {
    if (curve === 'P-384') curve = 'secp384r1';
    const alice = crypto.createECDH(curve);
    const bob = crypto.createECDH(curve);
    alice.generateKeys();
    const point = bob.generateKeys('hex', 'compressed');
    const both = [alice.computeSecret(point, 'hex', 'hex') === bob.computeSecret(alice.getPublicKey()).toString('hex')];
    return [...both, point.length, alice.getPublicKey().length, alice.getPublicKey('hex', 'hybrid').length];
  }),
  fixed: (() => {
    const ecdh = crypto.createECDH('prime256v1');
    ecdh.setPrivateKey('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex');
    return [
      ecdh.getPublicKey('hex'),
      ecdh.getPublicKey('hex', 'compressed'),
      ecdh.getPublicKey('base64url', 'hybrid'),
      ecdh.getPrivateKey('hex'),
      crypto.ECDH.convertKey(ecdh.getPublicKey('hex', 'compressed'), 'prime256v1', 'hex', 'hex', 'uncompressed'),
      ecdh.computeSecret(ecdh.getPublicKey()).toString('hex'),
    ];
  })(),
  errors: [
    () => crypto.generateKeyPairSync('nope'),
    () => crypto.generateKeyPairSync('rsa', {}),
    () => crypto.generateKeyPairSync('rsa', { modulusLength: 100 }),
    () => crypto.generateKeyPairSync('ec', { namedCurve: 'nope' }),
    () => crypto.generateKeyPairSync('rsa', { modulusLength: 1024, publicKeyEncoding: { type: 'nope', format: 'pem' } }),
    () => crypto.generateKeyPair('ed25519', {}),
    () => crypto.generateKeySync('hmac', { length: 4 }),
    () => crypto.generateKeySync('aes', { length: 4 }),
    () => crypto.generateKeySync('nope', { length: 4 }),
    () => crypto.createECDH('nope'),
    () => crypto.createECDH('prime256v1').computeSecret(Buffer.alloc(3)),
    () => { const ecdh = crypto.createECDH('prime256v1'); ecdh.generateKeys(); ecdh.computeSecret(Buffer.alloc(65)); },
    () => crypto.createECDH('prime256v1').getPublicKey(),
    () => crypto.createECDH('prime256v1').setPrivateKey(Buffer.alloc(32)),
    () => crypto.createECDH('prime256v1').generateKeys('hex', 'nope'),
    () => crypto.diffieHellman({ privateKey: crypto.createPrivateKey(keys.p256), publicKey: crypto.createPublicKey(keys.ed25519) }),
  ].map(attempt),
});
