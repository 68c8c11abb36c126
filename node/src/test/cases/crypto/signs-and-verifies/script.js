// Signatures: those that are always the same, those that Node has made, and those made here.
const crypto = require('crypto');
const keys = require('./keys.json');

const attempt = (work) => {
  try {
    const value = work();
    return Buffer.isBuffer(value) ? value.toString('base64') : value;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const data = Buffer.from('message');
const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST, RSA_PSS_SALTLEN_MAX_SIGN } = crypto.constants;
const rsa = crypto.createPrivateKey(keys.rsaPkcs8);
const curves = ['p256', 'p384', 'p521', 'k256'];

/** Whether a signature made here is verified, and one of other data is not. */
function roundTrip(digest, privateKey, publicKey, options = {}) {
  const signature = crypto.sign(digest, data, { key: privateKey, ...options });
  const verifies = (other) => crypto.verify(digest, other, { key: publicKey, ...options }, signature);
  return [verifies(data), verifies(Buffer.from('massage'))];
}

exports.run = async () => ({
  rsa: ['sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256', 'sha3-256', 'RSA-SHA256', 'md5', null].map((name) =>
    attempt(() => crypto.sign(name, data, rsa))),
  rsaText: crypto.createSign('RSA-SHA256').update('mess').update('age').sign(keys.rsaPkcs1, 'base64url'),
  eddsa: [
    crypto.sign(null, data, keys.ed25519).toString('hex'),
    crypto.sign(undefined, data, crypto.createPrivateKey(keys.ed448)).toString('hex'),
    crypto.verify(null, data, keys.ed25519Spki, crypto.sign(null, data, keys.ed25519)),
    crypto.verify(null, Buffer.from('massage'), keys.ed25519Spki, crypto.sign(null, data, keys.ed25519)),
    crypto.verify(null, data, keys.ed25519Spki, Buffer.alloc(64)),
    crypto.verify(null, data, keys.ed25519Spki, Buffer.alloc(3)),
  ],
  ofNode: curves.map((name) => [
    crypto.verify('sha256', data, keys[name], Buffer.from(keys[name + 'Signature'], 'base64')),
    crypto.verify('sha256', data, { key: keys[name + 'Spki'], dsaEncoding: 'ieee-p1363' }, Buffer.from(keys[name + 'Plain'], 'base64')),
    crypto.createVerify('sha256').update('message').verify(keys[name + 'Spki'], keys[name + 'Signature'], 'base64'),
    crypto.verify('sha512', data, keys[name], Buffer.from(keys[name + 'Signature'], 'base64')),
  ]),
  onCurves: curves.map((name) => [
    roundTrip('sha256', keys[name], keys[name + 'Spki']),
    roundTrip('sha512', keys[name + 'Sec1'], keys[name + 'Spki'], { dsaEncoding: 'ieee-p1363' }),
    crypto.sign('sha256', data, { key: keys[name], dsaEncoding: 'ieee-p1363' }).length,
  ]),
  pssOfNode: [
    () => crypto.verify('sha256', data, { key: keys.rsaSpki, padding }, Buffer.from(keys.pssAuto, 'base64')),
    () => crypto.verify('sha256', data, { key: keys.rsaSpki, padding, saltLength: RSA_PSS_SALTLEN_DIGEST }, Buffer.from(keys.pssAuto, 'base64')),
    () => crypto.verify('sha256', data, { key: keys.rsaSpki, padding, saltLength: RSA_PSS_SALTLEN_DIGEST }, Buffer.from(keys.pssDigest, 'base64')),
    () => crypto.verify('sha256', data, { key: keys.rsaSpki, padding }, Buffer.from(keys.pssDigest, 'base64')),
    () => crypto.verify('sha512', data, { key: keys.rsaSpki, padding }, Buffer.from(keys.pss7, 'base64')),
    () => crypto.verify('sha512', data, { key: keys.rsaSpki, padding, saltLength: 7 }, Buffer.from(keys.pss7, 'base64')),
    () => crypto.verify('sha512', data, { key: keys.rsaSpki, padding, saltLength: 8 }, Buffer.from(keys.pss7, 'base64')),
    () => crypto.verify('sha256', data, { key: keys.rsaSpki, padding }, Buffer.from(keys.pss7, 'base64')),
  ].map(attempt),
  pss: [
    roundTrip('sha256', keys.rsaPkcs8, keys.rsaSpki, { padding }),
    roundTrip('sha384', keys.rsaPkcs8, keys.rsaSpki, { padding, saltLength: RSA_PSS_SALTLEN_DIGEST }),
    roundTrip('sha512', keys.rsaPkcs8, keys.certificate, { padding, saltLength: RSA_PSS_SALTLEN_MAX_SIGN }),
    roundTrip('sha256', keys.rsaSmall, keys.rsaSmall, { padding, saltLength: 20 }),
    roundTrip('sha256', keys.rsaPss, keys.rsaPss),
  ],
  wrong: [
    () => crypto.createVerify('sha256').update('message').verify(keys.rsaSpki, Buffer.alloc(3)),
    () => crypto.createVerify('sha256').update('message').verify(keys.rsaSpki, Buffer.alloc(256)),
    () => crypto.createVerify('sha256').update('message').verify(keys.rsaSpki, Buffer.alloc(256, 255)),
    () => crypto.createVerify('sha256').update('message').verify(keys.p256Spki, Buffer.alloc(3)),
    () => crypto.createVerify('sha256').update('message').verify(keys.p256Spki, Buffer.from('3006020100020100', 'hex')),
    () => crypto.verify('sha256', data, { key: keys.p256Spki, dsaEncoding: 'ieee-p1363' }, Buffer.alloc(64)),
    () => crypto.verify('sha256', data, { key: keys.rsaSpki, padding }, Buffer.alloc(256, 7)),
    () => crypto.verify('sha256', data, keys.rsaSpki, Buffer.from(keys.pssAuto, 'base64')),
  ].map(attempt),
  later: await new Promise((resolve, reject) =>
    crypto.sign('sha256', data, rsa, (error, signature) =>
      error ? reject(error) : crypto.verify('sha256', data, keys.rsaSpki, signature, (other, ok) => (other ? reject(other) : resolve(ok))))),
  asStreams: (() => {
    const sign = crypto.createSign('SHA256');
    sign.write('message');
    sign.end();
    const verify = crypto.createVerify('SHA256');
    verify.write('message');
    verify.end();
    return verify.verify(keys.rsaSpki, sign.sign(keys.rsaPkcs8));
  })(),
  errors: [
    () => crypto.createSign('nope'),
    () => crypto.createSign('sha256').sign(),
    () => crypto.createSign('sha256').sign(crypto.createPublicKey(keys.rsaSpki)),
    () => crypto.createSign('RSA-SHA256').sign('x'),
    () => crypto.createSign('sha256').sign(keys.ed25519),
    () => crypto.createVerify('sha256').verify(crypto.createSecretKey(Buffer.alloc(3)), Buffer.alloc(3)),
    () => crypto.createVerify('sha256').verify(keys.rsaSpki, 5),
    () => crypto.sign('nope', data, rsa),
    () => crypto.sign('sha256', data, undefined),
    () => crypto.sign('sha256', data, keys.ed25519),
    () => crypto.sign('sha256', data, { key: keys.p256, dsaEncoding: 'bad' }),
    () => crypto.sign('sha256', data, { key: rsa, padding: 77 }),
    () => crypto.sign('sha512', data, { key: rsa, padding, saltLength: 500 }),
    () => crypto.sign('sha256', data, keys.x25519),
  ].map(attempt),
});
