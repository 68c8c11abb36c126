// Hashes, HMAC and their errors.
const crypto = require('crypto');

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const names = [
  'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512',
  'SHA256', 'RSA-SHA256', 'RSA-SHA512/256', 'sha256WithRSAEncryption',
];

exports.run = async () => ({
  digests: names.map((name) => [name, crypto.createHash(name).update('abc').digest('hex')]),
  macs: names.slice(0, 12).map((name) => [name, crypto.createHmac(name, 'key').update('a').update('bc').digest('hex')]),
  emptyKey: crypto.createHmac('sha256', '').update('').digest('hex'),
  longKey: crypto.createHmac('sha256', Buffer.alloc(200, 7)).update('x').digest('base64'),
  encodings: ['hex', 'base64', 'base64url', 'latin1', 'binary'].map((encoding) => crypto.createHash('sha1').update('é').digest(encoding)),
  inputs: [
    crypto.createHash('md5').update('6162', 'hex').digest('hex'),
    crypto.createHash('md5').update('YWI', 'base64').digest('hex'),
    crypto.createHash('md5').update('YWI', 'base64url').digest('hex'),
    crypto.createHash('md5').update('\u00ff', 'latin1').digest('hex'),
    crypto.createHash('md5').update('ab', 'no such').digest('hex'),
    crypto.createHash('md5').update(new Uint16Array([0x6261])).digest('hex'),
    crypto.createHash('md5').update(new DataView(new Uint8Array([97, 98]).buffer)).digest('hex'),
    crypto.createHash('md5').digest('hex'),
  ],
  isBuffer: Buffer.isBuffer(crypto.createHash('md5').digest()),
  takesACopy: (() => {
    const data = Buffer.from('abc');
    const hash = crypto.createHash('md5').update(data);
    data.fill(0);
    return hash.digest('hex');
  })(),
  copies: (() => {
    const hash = crypto.createHash('sha256').update('a');
    const copy = hash.copy().update('b').digest('hex');
    return [copy, hash.update('c').digest('hex')];
  })(),
  isHash: [crypto.createHash('md5') instanceof crypto.Hash, crypto.Hash('md5') instanceof crypto.Hash, crypto.createHmac('md5', '') instanceof crypto.Hmac],
  oneShot: [crypto.hash('sha1', 'abc'), crypto.hash('sha1', Buffer.from('abc'), 'base64'), crypto.hash('md5', 'abc', 'buffer').length],
  equal: [
    crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('ab')),
    crypto.timingSafeEqual(new Uint8Array([1]), new Uint8Array([2])),
    crypto.timingSafeEqual(new ArrayBuffer(2), new DataView(new ArrayBuffer(2))),
  ],
  secretKey: crypto.createHmac('sha256', crypto.createSecretKey(Buffer.from('key'))).update('abc').digest('hex'),
  secondDigestOfHmac: (() => {
    const hmac = crypto.createHmac('sha256', 'k');
    hmac.digest();
    return hmac.digest('hex');
  })(),
  errors: [
    () => crypto.createHash('nope'),
    () => crypto.createHash(),
    () => crypto.createHash(5),
    () => crypto.createHash('md5').update(5),
    () => crypto.createHash('md5').update(),
    () => crypto.createHash('md5').update(null),
    () => crypto.createHash('md5').update({}),
    () => crypto.createHash('md5').update([1]),
    () => { const hash = crypto.createHash('md5'); hash.digest(); hash.digest(); },
    () => { const hash = crypto.createHash('md5'); hash.digest(); hash.update('a'); },
    () => { const hash = crypto.createHash('md5'); hash.digest(); hash.copy(); },
    () => crypto.createHmac('nope', 'k'),
    () => crypto.createHmac('sha256'),
    () => crypto.createHmac('sha256', null),
    () => crypto.createHmac('sha256', 5),
    () => { const hmac = crypto.createHmac('md5', 'k'); hmac.digest(); hmac.update('a'); },
    () => crypto.hash('nope', 'a'),
    () => crypto.timingSafeEqual(Buffer.alloc(1), Buffer.alloc(2)),
    () => crypto.timingSafeEqual('a', Buffer.alloc(1)),
    () => crypto.timingSafeEqual(Buffer.alloc(1), 'a'),
  ].map(attempt),
  stream: await new Promise((resolve, reject) => {
    const hash = crypto.createHash('sha256');
    hash.on('readable', () => {
      const data = hash.read();
      if (data) resolve(data.toString('hex'));
    });
    hash.on('error', reject);
    hash.write('a');
    hash.end('bc');
  }),
});
