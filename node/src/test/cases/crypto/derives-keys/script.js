// PBKDF2, scrypt and HKDF; the vectors are those of RFC 6070, RFC 7914 and RFC 5869.
const crypto = require('crypto');
const { promisify } = require('util');

const attempt = (work) => {
  try {
    const value = work();
    return value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : Buffer.isBuffer(value) ? value.toString('hex') : value;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const hex = (value) => Buffer.from(value).toString('hex');

exports.run = async () => ({
  pbkdf2: [
    () => crypto.pbkdf2Sync('password', 'salt', 1, 20, 'sha1'),
    () => crypto.pbkdf2Sync('password', 'salt', 2, 20, 'sha1'),
    () => crypto.pbkdf2Sync('password', 'salt', 4096, 20, 'sha1'),
    () => crypto.pbkdf2Sync('passwordPASSWORDpassword', 'saltSALTsaltSALTsaltSALTsaltSALTsalt', 4096, 25, 'sha1'),
    () => crypto.pbkdf2Sync('pass\0word', 'sa\0lt', 4096, 16, 'sha1'),
    () => crypto.pbkdf2Sync('password', 'salt', 10000, 40, 'sha256'),
    () => crypto.pbkdf2Sync('password', 'salt', 10001, 40, 'sha256'),
    () => crypto.pbkdf2Sync('password', 'salt', 20005, 70, 'sha512'),
    () => crypto.pbkdf2Sync(Buffer.from([0xff, 0xfe, 0]), Buffer.from([0x80]), 3, 32, 'sha512'),
    () => crypto.pbkdf2Sync('', '', 1, 8, 'md5'),
    () => crypto.pbkdf2Sync('a', 'b', 1, 0, 'sha1'),
  ].map(attempt),
  scrypt: [
    () => crypto.scryptSync('', '', 64, { N: 16, r: 1, p: 1 }),
    () => crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }),
    () => crypto.scryptSync('pleaseletmein', 'SodiumChloride', 64, { cost: 16384, blockSize: 8, parallelization: 1 }),
    () => crypto.scryptSync('a', 'b', 10),
    () => crypto.scryptSync('a', 'b', 0),
    () => crypto.scryptSync('a', 'b', 10, { N: 32768, maxmem: 64 * 1024 * 1024 }),
  ].map(attempt),
  hkdf: [
    () => crypto.hkdfSync('sha256', Buffer.alloc(22, 0x0b), Buffer.from('000102030405060708090a0b0c', 'hex'), Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'), 42),
    () => crypto.hkdfSync('sha256', Buffer.alloc(22, 0x0b), '', '', 42),
    () => crypto.hkdfSync('sha1', Buffer.alloc(11, 0x0b), Buffer.from('000102030405060708090a0b0c', 'hex'), Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'), 42),
    () => crypto.hkdfSync('sha512', crypto.createSecretKey(Buffer.from('key')), 'salt', 'info', 64),
  ].map(attempt),
  later: [
    hex(await promisify(crypto.pbkdf2)('a', 'b', 10, 8, 'sha256')),
    hex(await promisify(crypto.scrypt)('a', 'b', 8)),
    hex(await promisify(crypto.scrypt)('a', 'b', 8, { N: 2 })),
    hex(await promisify(crypto.hkdf)('sha256', 'a', 'b', 'c', 8)),
  ],
  errors: [
    () => crypto.pbkdf2Sync('a', 'b', 0, 5, 'sha1'),
    () => crypto.pbkdf2Sync('a', 'b', 1.5, 5, 'sha1'),
    () => crypto.pbkdf2Sync('a', 'b', 1, 5),
    () => crypto.pbkdf2Sync('a', 'b', 1, 5, 'nope'),
    () => crypto.pbkdf2Sync('a', 'b', 1, -5, 'sha1'),
    () => crypto.pbkdf2('a', 'b', 1, 5, 'sha1'),
    () => crypto.pbkdf2Sync(1, 'b', 1, 5, 'sha1'),
    () => crypto.scryptSync('a', 'b', 10, { N: 3 }),
    () => crypto.scryptSync('a', 'b', 10, { N: 131072 }),
    () => crypto.scryptSync('a', 'b', 10, { N: 16, cost: 4 }),
    () => crypto.scryptSync('a', 'b', 10, { N: 'a' }),
    () => crypto.scryptSync('a', 'b'),
    () => crypto.hkdfSync('sha256', 'a', 'b', 'c', 255 * 32 + 1),
    () => crypto.hkdfSync('nope', 'a', 'b', 'c', 2),
    () => crypto.hkdfSync('sha256', 'a', 'b', 'c'.repeat(1025), 2),
    () => crypto.hkdfSync('sha256', 5, 'b', 'c', 2),
  ].map(attempt),
});
