// The names of hashes, ciphers and curves, so that a wrong one is told when it is given and not when it is used.

/** Each hash and the bytes of its digest. */
const HASHES = {
  __proto__: null,
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
  'sha512-224': 28,
  'sha512-256': 32,
  'sha3-224': 28,
  'sha3-256': 32,
  'sha3-384': 48,
  'sha3-512': 64,
};

/** The name of a hash as the host has it, of any of those that OpenSSL knows it by; undefined where there is none. */
function hashName(name) {
  const plain = name
    .toLowerCase()
    .replace(/^rsa-/, '')
    .replace(/withrsaencryption$/, '')
    .replace(/^sha2?-/, 'sha')
    .replace('/', '-');
  return HASHES[plain] === undefined ? undefined : plain;
}

function getHashes() {
  const names = Object.keys(HASHES);
  return [...names.map((name) => 'RSA-' + name.toUpperCase().replace('SHA512-', 'SHA512/')), ...names];
}

const NIDS = {
  'aes-128-ecb': 418, 'aes-192-ecb': 422, 'aes-256-ecb': 426,
  'aes-128-cbc': 419, 'aes-192-cbc': 423, 'aes-256-cbc': 427,
  'aes-128-ctr': 904, 'aes-192-ctr': 905, 'aes-256-ctr': 906,
  'aes-128-gcm': 895, 'aes-192-gcm': 898, 'aes-256-gcm': 901,
};

const CIPHERS = { __proto__: null };
for (const bits of [128, 192, 256]) {
  for (const mode of ['cbc', 'ctr', 'ecb', 'gcm']) {
    const name = `aes-${bits}-${mode}`;
    const info = { mode, name: mode === 'gcm' ? `id-aes${bits}-gcm` : name, nid: NIDS[name] };
    info.blockSize = mode === 'cbc' || mode === 'ecb' ? 16 : 1;
    if (mode !== 'ecb') info.ivLength = mode === 'gcm' ? 12 : 16;
    info.keyLength = bits / 8;
    CIPHERS[name] = info;
  }
}
for (const [bits, nid] of [[128, 788], [192, 789], [256, 790]]) {
  CIPHERS[`id-aes${bits}-wrap`] = { mode: 'wrap', name: `id-aes${bits}-wrap`, nid, blockSize: 8, ivLength: 8, keyLength: bits / 8 };
}
CIPHERS['chacha20-poly1305'] = { mode: 'stream', name: 'chacha20-poly1305', nid: 1018, ivLength: 12, keyLength: 32 };

function cipherInfo(name) {
  const plain = name.toLowerCase();
  const alias = /^(?:id-)?aes(128|192|256)(?:-(gcm|wrap))?$/.exec(plain);
  if (alias === null) return CIPHERS[plain];
  return CIPHERS[alias[2] === 'wrap' ? `id-aes${alias[1]}-wrap` : `aes-${alias[1]}-${alias[2] || 'cbc'}`];
}

/** All ciphers, those too that are others under the names libraries look for. */
function getCiphers() {
  const others = [128, 192, 256].flatMap((bits) => [`aes${bits}`, `aes${bits}-wrap`, `id-aes${bits}-GCM`]);
  return [...Object.keys(CIPHERS), ...others].sort();
}

const CURVES = ['prime256v1', 'secp256k1', 'secp384r1', 'secp521r1'];
const JWK_CURVES = { __proto__: null, 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' };

function curveName(name) {
  const plain = JWK_CURVES[name] || name;
  return CURVES.includes(plain) ? plain : undefined;
}

module.exports = {
  HASHES,
  hashName,
  getHashes,
  cipherInfo,
  getCiphers,
  cipherByNid: (nid) => Object.values(CIPHERS).find((info) => info.nid === nid),
  curveName,
  getCurves: () => CURVES.slice(),
};
