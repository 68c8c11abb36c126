const hkdf = require('@panva/hkdf').default;

// The first test vector of RFC 5869.
const KEY = Buffer.alloc(22, 0x0b);
const SALT = Buffer.from('000102030405060708090a0b0c', 'hex');
const INFO = Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex');

exports.run = async () => {
  const derived = await hkdf('sha256', KEY, SALT, INFO, 42);
  const failure = await hkdf('md5', KEY, SALT, INFO, 42).catch((error) => `${error.name}: ${error.message}`);
  return {
    derived: Buffer.from(derived).toString('hex'),
    isBytes: derived instanceof Uint8Array,
    others: await Promise.all(['sha384', 'sha512', 'sha1'].map(async (digest) => Buffer.from(await hkdf(digest, 'key', '', 'info', 16)).toString('hex'))),
    failure,
  };
};
