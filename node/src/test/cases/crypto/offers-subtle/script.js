// The Web Cryptography API: what is always the same, what Node has made, and what is made here.
const { subtle } = globalThis.crypto;
const keys = require('./keys.json');

const attempt = async (work) => {
  try {
    const value = await work();
    return value instanceof ArrayBuffer ? hex(value) : value;
  } catch (error) {
    // Node 20 misspells this one.
    const name = error.name.replace('InvalidAccessException', 'InvalidAccessError');
    return `${name}${error.code === undefined || typeof error.code === 'number' ? '' : ' ' + error.code}`;
  }
};
const hex = (buffer) => Buffer.from(buffer).toString('hex');
const bytes = (length, first = 0) => Uint8Array.from({ length }, (_, i) => (first + i * 7) & 255);
const text = (string) => new Uint8Array(Buffer.from(string));
const der = (pem) => Buffer.from(pem.replace(/-----.*-----|\n/g, ''), 'base64');
const told = (key) => ({ type: key.type, extractable: key.extractable, algorithm: JSON.stringify(key.algorithm), usages: key.usages });
const data = text('message');
const all = async (works) => {
  const results = [];
  for (const work of works) results.push(await attempt(work));
  return results;
};
const aes = (name, length = 32, usages = ['encrypt', 'decrypt']) => subtle.importKey('raw', bytes(length), name, true, usages);

async function signing(algorithm, generate, parameters = algorithm) {
  const pair = await subtle.generateKey(generate, true, ['sign', 'verify']);
  const signature = await subtle.sign(parameters, pair.privateKey, data);
  return [
    told(pair.privateKey).usages,
    told(pair.publicKey).usages,
    await subtle.verify(parameters, pair.publicKey, signature, data),
    await subtle.verify(parameters, pair.publicKey, signature, text('massage')),
    signature.byteLength,
  ];
}

async function agreeing(algorithm, name) {
  const a = await subtle.generateKey(algorithm, false, ['deriveBits', 'deriveKey']);
  const b = await subtle.generateKey(algorithm, false, ['deriveBits', 'deriveKey']);
  const one = await subtle.deriveBits({ name, public: b.publicKey }, a.privateKey, 128);
  const other = await subtle.deriveBits({ name, public: a.publicKey }, b.privateKey, 128);
  const key = await subtle.deriveKey({ name, public: b.publicKey }, a.privateKey, { name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  return [hex(one) === hex(other), told(key)];
}

exports.run = async () => ({
  digests: await all(['SHA-1', 'sha-256', { name: 'SHA-384' }, 'SHA-512', 'MD5', {}].map((name) => () => subtle.digest(name, data))),
  hmac: await all(
    ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].map((hash) => async () => {
      const key = await subtle.importKey('raw', bytes(20), { name: 'HMAC', hash }, true, ['sign', 'verify']);
      const signature = await subtle.sign('HMAC', key, data);
      return [hex(signature), await subtle.verify('HMAC', key, signature, data), await subtle.verify('HMAC', key, signature, text('x')), told(key), await subtle.exportKey('jwk', key)];
    }),
  ),
  generated: await all([
    async () => told(await subtle.generateKey({ name: 'HMAC', hash: 'SHA-384' }, false, ['sign'])),
    async () => told(await subtle.generateKey({ name: 'hmac', hash: { name: 'sha-1' }, length: 160 }, true, ['verify'])),
    async () => told(await subtle.generateKey({ name: 'AES-CBC', length: 192 }, true, ['decrypt'])),
    async () => told((await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])).publicKey),
    async () => told((await subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, false, ['decrypt', 'encrypt'])).privateKey),
  ]),
  aes: await all([
    async () => subtle.encrypt({ name: 'AES-CBC', iv: bytes(16) }, await aes('AES-CBC'), data),
    async () => subtle.encrypt({ name: 'AES-CTR', counter: bytes(16), length: 64 }, await aes('AES-CTR', 16), data),
    async () => subtle.encrypt({ name: 'AES-CTR', counter: Buffer.alloc(16, 255), length: 5 }, await aes('AES-CTR', 24), bytes(100)),
    async () => subtle.encrypt({ name: 'AES-GCM', iv: bytes(12) }, await aes('AES-GCM'), data),
    async () => subtle.encrypt({ name: 'AES-GCM', iv: bytes(20), additionalData: bytes(3), tagLength: 96 }, await aes('AES-GCM', 16), data),
    async () => subtle.decrypt({ name: 'AES-GCM', iv: bytes(12) }, await aes('AES-GCM'), await subtle.encrypt({ name: 'AES-GCM', iv: bytes(12) }, await aes('AES-GCM'), data)),
    async () => subtle.decrypt({ name: 'AES-GCM', iv: bytes(12) }, await aes('AES-GCM'), bytes(30)),
    async () => subtle.decrypt({ name: 'AES-GCM', iv: bytes(12) }, await aes('AES-GCM'), bytes(3)),
    async () => subtle.decrypt({ name: 'AES-CBC', iv: bytes(16) }, await aes('AES-CBC'), bytes(16)),
    async () => subtle.encrypt({ name: 'AES-CBC', iv: bytes(15) }, await aes('AES-CBC'), data),
  ]),
  wrapped: await all([
    async () => subtle.wrapKey('raw', await aes('AES-GCM', 16), await aes('AES-KW', 16, ['wrapKey']), 'AES-KW'),
    async () => {
      const wrapping = await aes('AES-KW', 32, ['wrapKey', 'unwrapKey']);
      const results = [];
      for (const format of ['raw', 'jwk']) {
        const wrapped = await subtle.wrapKey(format, await aes('AES-GCM', 16), wrapping, 'AES-KW');
        const key = await subtle.unwrapKey(format, wrapped, wrapping, 'AES-KW', 'AES-GCM', true, ['encrypt', 'decrypt']);
        results.push(hex(await subtle.exportKey('raw', key)));
      }
      return results;
    },
    async () => {
      const wrapping = await aes('AES-GCM', 32, ['wrapKey', 'unwrapKey']);
      const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']);
      const algorithm = { name: 'AES-GCM', iv: bytes(12) };
      const wrapped = await subtle.wrapKey('pkcs8', pair.privateKey, wrapping, algorithm);
      const key = await subtle.unwrapKey('pkcs8', wrapped, wrapping, algorithm, { name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign']);
      return hex(await subtle.exportKey('pkcs8', key)) === hex(await subtle.exportKey('pkcs8', pair.privateKey));
    },
    async () => subtle.unwrapKey('raw', bytes(24), await aes('AES-KW', 32, ['unwrapKey']), 'AES-KW', 'AES-GCM', true, ['encrypt']),
  ]),
  rsa: await all([
    async () => {
      const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
      const key = await subtle.importKey('pkcs8', der(keys.rsaPkcs8), algorithm, true, ['sign']);
      const other = await subtle.importKey('spki', der(keys.rsaSpki), algorithm, true, ['verify']);
      const signature = await subtle.sign(algorithm, key, data);
      return [hex(signature), await subtle.verify(algorithm, other, signature, data), told(key), await subtle.exportKey('jwk', other)];
    },
    async () => {
      const key = await subtle.importKey('spki', der(keys.rsaSpki), { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['verify']);
      const parameters = { name: 'RSA-PSS', saltLength: 32 };
      return [await subtle.verify(parameters, key, Buffer.from(keys.pssDigest, 'base64'), data), await subtle.verify(parameters, key, Buffer.from(keys.pssAuto, 'base64'), data)];
    },
    async () => {
      const key = await subtle.importKey('jwk', keys.rsaJwk, { name: 'RSA-OAEP', hash: 'SHA-256' }, true, ['decrypt']);
      return hex(await subtle.decrypt({ name: 'RSA-OAEP', label: text('label') }, key, Buffer.from(keys.oaep256, 'base64')));
    },
    async () => {
      const { publicKey, privateKey } = await subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-1' }, true, ['encrypt', 'decrypt']);
      return hex(await subtle.decrypt('RSA-OAEP', privateKey, await subtle.encrypt('RSA-OAEP', publicKey, data)));
    },
    () => signing('RSASSA-PKCS1-v1_5', { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-512' }),
    () => signing('RSA-PSS', { name: 'RSA-PSS', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, { name: 'RSA-PSS', saltLength: 20 }),
  ]),
  curves: await all([
    () => signing('ECDSA', { name: 'ECDSA', namedCurve: 'P-256' }, { name: 'ECDSA', hash: 'SHA-256' }),
    () => signing('ECDSA', { name: 'ECDSA', namedCurve: 'P-521' }, { name: 'ECDSA', hash: 'SHA-512' }),
    () => signing('Ed25519', { name: 'Ed25519' }),
    () => signing('Ed448', { name: 'Ed448' }),
    async () => {
      const key = await subtle.importKey('jwk', keys.p256Jwk, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
      return [told(key), await subtle.exportKey('jwk', key), hex(await subtle.exportKey('pkcs8', key)) === der(keys.p256).toString('hex')];
    },
    async () => {
      const key = await subtle.importKey('spki', der(keys.p256Spki), { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
      const raw = await subtle.exportKey('raw', key);
      const again = await subtle.importKey('raw', raw, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
      return [hex(raw), await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, again, Buffer.from(keys.p256Plain, 'base64'), data)];
    },
    async () => {
      const key = await subtle.importKey('pkcs8', der(keys.ed25519), 'Ed25519', true, ['sign']);
      return [hex(await subtle.sign('Ed25519', key, data)), await subtle.exportKey('jwk', key)];
    },
    () => agreeing({ name: 'ECDH', namedCurve: 'P-256' }, 'ECDH'),
    () => agreeing({ name: 'ECDH', namedCurve: 'P-521' }, 'ECDH'),
    () => agreeing({ name: 'X25519' }, 'X25519'),
  ]),
  derived: await all([
    async () => subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: text('salt'), iterations: 1000 }, await subtle.importKey('raw', text('password'), 'PBKDF2', false, ['deriveBits']), 256),
    async () => subtle.deriveBits({ name: 'HKDF', hash: 'SHA-512', salt: text('salt'), info: text('info') }, await subtle.importKey('raw', text('key'), 'HKDF', false, ['deriveBits']), 512),
    async () => {
      const base = await subtle.importKey('raw', text('key'), 'HKDF', false, ['deriveKey']);
      const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: text('A256GCM') };
      const key = await subtle.deriveKey(algorithm, base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, true, ['sign']);
      return [told(key), hex(await subtle.exportKey('raw', key))];
    },
  ]),
  errors: await all([
    () => subtle.importKey('raw', bytes(15), 'AES-GCM', true, ['encrypt']),
    () => subtle.importKey('raw', bytes(16), 'AES-GCM', true, ['sign']),
    () => subtle.importKey('raw', bytes(16), 'AES-GCM', true, []),
    () => subtle.importKey('raw', bytes(16), 'nope', true, ['sign']),
    () => subtle.importKey('raw', new Uint8Array(0), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
    () => subtle.importKey('jwk', { kty: 'EC' }, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
    () => subtle.importKey('jwk', { kty: 'oct', k: 'AAAA', alg: 'HS512' }, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
    () => subtle.importKey('jwk', { kty: 'oct', k: 'AAAA', ext: false }, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
    () => subtle.importKey('jwk', { kty: 'oct', k: 'AAAA', key_ops: ['verify'] }, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
    () => subtle.importKey('spki', bytes(30), { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['verify']),
    () => subtle.importKey('spki', der(keys.p256Spki), { name: 'ECDSA', namedCurve: 'P-384' }, true, ['verify']),
    () => subtle.importKey('raw', bytes(65), { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']),
    () => subtle.importKey('raw', text('x'), 'PBKDF2', true, ['deriveBits']),
    async () => subtle.exportKey('raw', await subtle.importKey('raw', bytes(16), 'AES-GCM', false, ['encrypt'])),
    async () => subtle.encrypt({ name: 'AES-GCM', iv: bytes(12) }, await aes('AES-GCM', 16, ['decrypt']), data),
    async () => subtle.encrypt({ name: 'AES-CBC', iv: bytes(16) }, await aes('AES-GCM'), data),
    async () => subtle.sign('AES-GCM', await aes('AES-GCM'), data),
    () => subtle.generateKey({ name: 'AES-GCM', length: 100 }, true, ['encrypt']),
    () => subtle.generateKey({ name: 'ECDSA', namedCurve: 'nope' }, true, ['sign']),
    () => subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']),
    () => new globalThis.CryptoKey(),
  ]),
  objects: [
    String(await aes('AES-GCM')),
    String(globalThis.crypto),
    JSON.stringify(await aes('AES-GCM')),
    require('crypto').KeyObject.from(await aes('AES-GCM', 16)).export().toString('hex'),
    require('crypto').createHmac('sha256', await subtle.importKey('raw', bytes(5), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])).update('x').digest('hex'),
    require('crypto').webcrypto === globalThis.crypto,
    require('crypto').subtle === globalThis.crypto.subtle,
    (await aes('AES-GCM')) instanceof globalThis.CryptoKey,
  ],
});
