// AES key wrap as a cipher, which is how jose asks for it.
const crypto = require('crypto');

const attempt = (work) => {
  try {
    const value = work();
    return Buffer.isBuffer(value) ? value.toString('hex') : value;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const iv = Buffer.alloc(8, 0xa6);
const key = Buffer.from('000102030405060708090a0b0c0d0e0f1011121314151617', 'hex');

function roundTrip(name, length) {
  const { keyLength } = crypto.getCipherInfo(name);
  const data = Buffer.alloc(length, 7);
  const cipher = crypto.createCipheriv(name, key.subarray(0, keyLength), iv);
  const wrapped = Buffer.concat([cipher.update(data), cipher.final()]);
  const decipher = crypto.createDecipheriv(name, key.subarray(0, keyLength), iv);
  return [wrapped.toString('hex'), Buffer.concat([decipher.update(wrapped), decipher.final()]).equals(data)];
}

exports.run = async () => ({
  info: ['aes128-wrap', 'id-aes192-wrap', 'AES256-WRAP'].map((name) => crypto.getCipherInfo(name)),
  isListed: ['aes128-wrap', 'id-aes256-wrap', 'aes-128-gcm', 'id-aes128-GCM', 'aes256', 'nope'].map((name) => crypto.getCiphers().includes(name)),
  roundTrips: [roundTrip('aes128-wrap', 16), roundTrip('aes128-wrap', 64), roundTrip('aes192-wrap', 24)],
  // RFC 3394, section 4.1
  vector: crypto.createCipheriv('id-aes128-wrap', key.subarray(0, 16), iv).update('00112233445566778899aabbccddeeff', 'hex', 'hex'),
  errors: [
    () => crypto.createDecipheriv('aes128-wrap', Buffer.alloc(16), iv).update(Buffer.alloc(24)),
    () => crypto.createCipheriv('aes128-wrap', Buffer.alloc(16), iv).update(Buffer.alloc(5)),
    () => crypto.createCipheriv('aes128-wrap', Buffer.alloc(16), Buffer.alloc(9)),
  ].map(attempt),
});
