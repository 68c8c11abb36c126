// Ciphers in one piece and in many, with what goes wrong.
const crypto = require('crypto');

const attempt = (work) => {
  try {
    const value = work();
    return Buffer.isBuffer(value) ? value.toString('hex') : value;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const bytes = (length, first = 0) => Buffer.from(Array.from({ length }, (_, i) => (first + i * 7) & 255));
const ivLength = (name) => crypto.getCipherInfo(name).ivLength || 0;
const open = (create, name, iv = bytes(ivLength(name), 9), options) =>
  create(name, bytes(crypto.getCipherInfo(name).keyLength), iv.length === 0 ? null : iv, options);
const names = [
  'aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'aes-128-ctr', 'aes-192-ctr', 'aes-256-ctr', 'aes-128-ecb', 'aes-256-ecb',
  'aes-128-gcm', 'aes-192-gcm', 'aes-256-gcm', 'chacha20-poly1305',
];
const authenticates = (name) => name.endsWith('gcm') || name.startsWith('chacha');

/** Feeds the data in pieces of these sizes, over and over; gives each output's length and all of it. */
function pieces(cipher, data, sizes) {
  const out = [];
  for (let at = 0, i = 0; at < data.length; i++) {
    const size = sizes[i % sizes.length];
    out.push(cipher.update(data.subarray(at, at + size)));
    at += size;
  }
  out.push(cipher.final());
  return [out.map((part) => part.length).join(','), Buffer.concat(out).toString('hex')];
}

function roundTrip(name, length, sizes, options) {
  const data = bytes(length, 3);
  const cipher = open(crypto.createCipheriv, name, undefined, options);
  if (authenticates(name)) cipher.setAAD(Buffer.from('more'), { plaintextLength: length });
  const [lengths, hex] = pieces(cipher, data, sizes);
  const decipher = open(crypto.createDecipheriv, name, undefined, options);
  const tag = authenticates(name) ? cipher.getAuthTag().toString('hex') : undefined;
  if (authenticates(name)) decipher.setAAD(Buffer.from('more'), { plaintextLength: length }).setAuthTag(cipher.getAuthTag());
  const [back, plain] = pieces(decipher, Buffer.from(hex, 'hex'), sizes);
  return [name, length, lengths, hex, tag, back, plain === data.toString('hex')];
}

exports.run = async () => ({
  whole: names.map((name) => roundTrip(name, 37, [100], name.startsWith('chacha') ? { authTagLength: 16 } : undefined)),
  inPieces: names.map((name) => roundTrip(name, 150, [1, 16, 20, 3], name.startsWith('chacha') ? { authTagLength: 16 } : undefined)),
  wholeBlocks: names.map((name) => roundTrip(name, 32, [16], name.startsWith('chacha') ? { authTagLength: 16 } : undefined)),
  empty: names.map((name) => roundTrip(name, 0, [1], name.startsWith('chacha') ? { authTagLength: 16 } : undefined)),
  longNonce: (() => {
    const cipher = open(crypto.createCipheriv, 'aes-256-gcm', bytes(20, 1));
    const out = [cipher.update('hello ', 'utf8', 'hex'), cipher.update('world', 'utf8', 'hex'), cipher.final('hex'), cipher.getAuthTag().toString('hex')];
    const decipher = open(crypto.createDecipheriv, 'aes-256-gcm', bytes(20, 1)).setAuthTag(out[3], 'hex');
    return [...out, decipher.update(out[0] + out[1], 'hex', 'utf8') + decipher.final('utf8')];
  })(),
  shortTag: (() => {
    const cipher = open(crypto.createCipheriv, 'aes-128-gcm', undefined, { authTagLength: 12 });
    cipher.update('x');
    cipher.final();
    return cipher.getAuthTag().toString('hex');
  })(),
  counterOverflow: (() => {
    const cipher = crypto.createCipheriv('aes-128-ctr', bytes(16), Buffer.alloc(16, 0xff));
    return cipher.update(Buffer.alloc(20)).toString('hex') + cipher.update(Buffer.alloc(30)).toString('hex');
  })(),
  text: (() => {
    const cipher = crypto.createCipheriv('AES-128-CBC', 'k'.repeat(16), 'i'.repeat(16));
    const base64 = cipher.update('a much longer text with ä, ö and ü in it', 'utf8', 'base64') + cipher.final('base64');
    const decipher = crypto.createDecipheriv('aes128', Buffer.from('k'.repeat(16)), 'i'.repeat(16));
    return [base64, decipher.update(base64, 'base64', 'utf8') + decipher.final('utf8')];
  })(),
  splitCharacter: (() => {
    const cipher = crypto.createCipheriv('aes-128-ctr', bytes(16), bytes(16));
    const data = cipher.update('ä€😀');
    const decipher = crypto.createDecipheriv('aes-128-ctr', bytes(16), bytes(16));
    const parts = Array.from(data, (byte) => decipher.update(Buffer.from([byte]), undefined, 'utf8'));
    return [...parts, decipher.final('utf8')];
  })(),
  noPadding: (() => {
    const cipher = open(crypto.createCipheriv, 'aes-128-cbc').setAutoPadding(false);
    return [cipher.update(bytes(32)).toString('hex'), cipher.final().length];
  })(),
  info: ['aes-256-cbc', 'aes-128-gcm', 'AES-192-CTR', 'aes-128-ecb', 'aes256', 'id-aes256-GCM', 427, 'chacha20-poly1305', 'nope'].map((name) => crypto.getCipherInfo(name)),
  infoFor: [crypto.getCipherInfo('aes-128-gcm', { ivLength: 20 }), crypto.getCipherInfo('aes-128-cbc', { ivLength: 20 })],
  secretKey: crypto.createCipheriv('aes-128-ecb', crypto.createSecretKey(bytes(16)), null).update(bytes(16)).toString('hex'),
  errors: [
    () => crypto.createCipheriv('nope', 'a', 'b'),
    () => crypto.createCipheriv(5, 'a', 'b'),
    () => crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(15)),
    () => crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), null),
    () => crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16)),
    () => crypto.createCipheriv('aes-128-gcm', Buffer.alloc(16), ''),
    () => crypto.createCipheriv('aes-128-gcm', Buffer.alloc(16), Buffer.alloc(12), { authTagLength: 3 }),
    () => open(crypto.createDecipheriv, 'aes-128-cbc').update(5),
    () => { const d = open(crypto.createDecipheriv, 'aes-128-cbc'); d.update(bytes(15)); return d.final(); },
    () => { const d = open(crypto.createDecipheriv, 'aes-128-cbc'); d.update(bytes(16)); return d.final(); },
    () => open(crypto.createDecipheriv, 'aes-128-cbc').final(),
    () => { const d = open(crypto.createDecipheriv, 'aes-128-gcm'); d.update(bytes(16)); return d.final(); },
    () => { const d = open(crypto.createDecipheriv, 'aes-128-gcm').setAuthTag(bytes(16)); d.update(bytes(16)); return d.final(); },
    () => open(crypto.createDecipheriv, 'aes-128-gcm').setAuthTag(bytes(3)),
    () => open(crypto.createDecipheriv, 'aes-128-gcm', undefined, { authTagLength: 16 }).setAuthTag(bytes(12)),
    () => open(crypto.createDecipheriv, 'aes-128-gcm').setAuthTag(bytes(16)).setAuthTag(bytes(16)),
    () => open(crypto.createCipheriv, 'aes-128-gcm').getAuthTag(),
    () => open(crypto.createCipheriv, 'aes-128-cbc').setAAD(bytes(16)),
    () => { const c = open(crypto.createCipheriv, 'aes-128-cbc'); c.final(); return c.final(); },
    () => { const c = open(crypto.createCipheriv, 'aes-128-cbc'); c.final(); return c.update('a'); },
    () => { const c = open(crypto.createCipheriv, 'aes-128-cbc').setAutoPadding(false); c.update('abc'); return c.final(); },
    () => crypto.createCipheriv('aes-128-cbc', Buffer.alloc(15), Buffer.alloc(16)),
  ].map(attempt),
  // Last, for in Node it leaves an error behind that a later one would tell.
  infoForKey: [crypto.getCipherInfo('aes-128-cbc', { keyLength: 3 })],
  stream: await new Promise((resolve, reject) => {
    const cipher = open(crypto.createCipheriv, 'aes-128-cbc');
    const decipher = open(crypto.createDecipheriv, 'aes-128-cbc');
    const parts = [];
    decipher.on('data', (part) => parts.push(part));
    decipher.on('end', () => resolve(Buffer.concat(parts).toString()));
    decipher.on('error', reject);
    cipher.pipe(decipher);
    cipher.write('through two ');
    cipher.end('streams');
  }),
});
