// Ciphers. The host keeps no state, so an object here knows how far it has come: in CBC the last block, in a stream cipher
// the bytes so far. What is authenticated is kept and given to the host once more at the end.

const { Buffer, toBytes, viewBytes, viewed, encoded, decoded, joined, callBytes } = require('../calls/bytes.js');
const { coded, argType, checkString, checkInteger, invalidState } = require('../calls/errors.js');
const { secretBytes } = require('./keys.js');
const { cipherInfo, cipherByNid } = require('./names.js');
const { transforming } = require('./streams.js');

const BLOCK = 16;
const TAG_LENGTHS = [4, 8, 12, 13, 14, 15, 16];
const DATA = 'of type string or an instance of Buffer, TypedArray, or DataView';
const states = new WeakMap();

const invalidIv = () => coded(TypeError, 'ERR_CRYPTO_INVALID_IV', 'Invalid initialization vector');
const cannotAdd = () => coded(Error, undefined, 'Trying to add data in unsupported state');
const wrongLength = () =>
  coded(Error, 'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH', 'error:1C80006B:Provider routines::wrong final block length');

function begin(object, encrypt, cipher, key, iv, options = {}) {
  checkString('cipher', cipher);
  const keyBytes = Uint8Array.from(secretBytes(key, options && options.encoding));
  const ivBytes = iv === null ? null : Uint8Array.from(toBytes(iv, 'iv'));
  const info = cipherInfo(cipher);
  if (info === undefined) throw coded(Error, 'ERR_CRYPTO_UNKNOWN_CIPHER', 'Unknown cipher');
  const mode = info.mode === 'stream' ? info.name : info.mode;
  const authenticates = mode === 'gcm' || mode === 'chacha20-poly1305';
  const ivLength = ivBytes === null ? 0 : ivBytes.length;
  if (mode === 'gcm' ? ivLength === 0 : ivLength !== (info.ivLength || 0)) throw invalidIv();
  if (keyBytes.length !== info.keyLength) throw coded(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
  const tagLength = options && options.authTagLength;
  if (authenticates && tagLength !== undefined) {
    checkInteger('options.authTagLength', tagLength, 0, 2 ** 31 - 1);
    if (!TAG_LENGTHS.includes(tagLength)) throw invalidTag(tagLength);
  }
  object._options = options;
  states.set(object, {
    mode,
    encrypt,
    key: keyBytes,
    iv: ivBytes || new Uint8Array(0),
    authenticates,
    padding: true,
    pending: new Uint8Array(0), // of block modes
    offset: 0, // of stream modes
    chunks: [], // all input, of what is authenticated
    aad: [],
    tagLength,
    tag: undefined,
    done: false,
    decoder: undefined,
  });
}

const invalidTag = (length) => coded(TypeError, 'ERR_CRYPTO_INVALID_AUTH_TAG', `Invalid authentication tag length: ${length}`);

function isBlocks(state) {
  return state.mode === 'cbc' || state.mode === 'ecb';
}

function blocks(state, data, padding) {
  const { mode, encrypt, key, iv } = state;
  const out = callBytes('crypto.blocks', { mode, encrypt, padding }, key, iv, data);
  if (mode === 'cbc' && data.length >= BLOCK) state.iv = Uint8Array.from((encrypt ? out : data).slice(-BLOCK));
  return out;
}

function updateBlocks(state, data) {
  const all = joined([state.pending, data]);
  let length = all.length - (all.length % BLOCK);
  // The last block of what is decrypted may be padding.
  if (!state.encrypt && state.padding && length === all.length && length > 0) length -= BLOCK;
  state.pending = all.slice(length);
  return length === 0 ? Buffer.alloc(0) : blocks(state, all.subarray(0, length), false);
}

function updateStream(state, data) {
  const { mode, key, iv, offset } = state;
  state.offset += data.length;
  if (state.authenticates) state.chunks.push(Uint8Array.from(data));
  // The key stream of GCM is that of CTR only where the nonce has its usual length.
  if (mode === 'gcm' && iv.length !== 12) {
    return callBytes('crypto.seal', { mode }, key, iv, joined(state.chunks), undefined).subarray(offset, offset + data.length);
  }
  return callBytes('crypto.stream', { mode, offset }, key, iv, data);
}

/** Key wrap (RFC 3394) takes a key as a whole. Its initial value is a constant; another is not offered. */
function updateWrap(state, data) {
  if (state.iv.some((byte) => byte !== 0xa6)) throw invalidIv();
  try {
    return callBytes('crypto.wrap', { unwrap: !state.encrypt }, state.key, undefined, data);
  } catch {
    throw cannotAdd();
  }
}

function updated(state, data) {
  if (isBlocks(state)) return updateBlocks(state, data);
  return state.mode === 'wrap' ? updateWrap(state, data) : updateStream(state, data);
}

function finish(state) {
  if (state.done) throw coded(Error, 'ERR_CRYPTO_INVALID_STATE', 'Invalid state');
  if (isBlocks(state)) {
    const { pending } = state;
    const whole = state.encrypt ? state.padding : state.padding && pending.length === BLOCK;
    if (!whole && (pending.length > 0 || (state.padding && !state.encrypt))) throw wrongLength();
    state.done = true;
    return whole ? blocks(state, pending, true) : Buffer.alloc(0);
  }
  state.done = true;
  if (state.authenticates) authenticate(state);
  return Buffer.alloc(0);
}

function authenticate(state) {
  const { mode, key, iv } = state;
  const data = joined(state.chunks);
  const aad = joined(state.aad);
  state.chunks = [];
  if (state.encrypt) {
    state.tag = callBytes('crypto.seal', { mode }, key, iv, data, aad).subarray(data.length).slice(0, state.tagLength || 16);
  } else {
    if (state.tag === undefined) throw coded(Error, undefined, 'Unsupported state or unable to authenticate data');
    callBytes('crypto.open', { mode, tagLength: state.tag.length }, key, iv, joined([data, state.tag]), aad);
  }
}

/** Text of output that may end within a character. */
function texted(state, bytes, encoding, isLast) {
  if (encoding === undefined || encoding === null || encoding === 'buffer') return bytes;
  const name = String(encoding).toLowerCase();
  if (name === 'hex' || name === 'latin1' || name === 'binary' || name === 'base64url') return encoded(bytes, name);
  if (state.decoder === undefined) state.decoder = new (require('string_decoder').StringDecoder)(encoding);
  return state.decoder.write(bytes) + (isLast ? state.decoder.end() : '');
}

const methods = {
  update(data, inputEncoding, outputEncoding) {
    const state = states.get(this);
    if (typeof data !== 'string' && !ArrayBuffer.isView(data)) throw argType('data', DATA, data);
    if (state.done) throw cannotAdd();
    const bytes = typeof data === 'string' ? decoded(data, inputEncoding) : viewed(data);
    return texted(state, updated(state, bytes), outputEncoding, false);
  },

  final(outputEncoding) {
    const state = states.get(this);
    return texted(state, finish(state), outputEncoding, true);
  },

  setAutoPadding(padding) {
    const state = states.get(this);
    if (state.done) throw invalidState('setAutoPadding');
    state.padding = padding === undefined || !!padding;
    return this;
  },

  setAAD(data, options) {
    const state = states.get(this);
    if (state.done || !state.authenticates) throw invalidState('setAAD');
    state.aad.push(Uint8Array.from(toBytes(data, 'aadbuf', options && options.encoding)));
    return this;
  },
};

function Cipheriv(cipher, key, iv, options) {
  if (!new.target) return new Cipheriv(cipher, key, iv, options);
  begin(this, true, cipher, key, iv, options);
}

Object.assign(Cipheriv.prototype, methods, {
  getAuthTag() {
    const state = states.get(this);
    if (state.tag === undefined) throw invalidState('getAuthTag');
    return Buffer.from(state.tag);
  },
});

function Decipheriv(cipher, key, iv, options) {
  if (!new.target) return new Decipheriv(cipher, key, iv, options);
  begin(this, false, cipher, key, iv, options);
}

Object.assign(Decipheriv.prototype, methods, {
  setAuthTag(tag, encoding) {
    const state = states.get(this);
    const bytes = typeof tag === 'string' ? decoded(tag, encoding) : viewBytes(tag, 'buffer');
    if (state.done || !state.authenticates || state.tag !== undefined) throw invalidState('setAuthTag');
    const { length } = bytes;
    if (state.tagLength === undefined ? !TAG_LENGTHS.includes(length) : length !== state.tagLength) throw invalidTag(length);
    state.tag = Uint8Array.from(bytes);
    return this;
  },
});

for (const Class of [Cipheriv, Decipheriv]) {
  transforming(
    Class,
    (object, chunk, encoding) => object.update(chunk, encoding),
    (object) => object.final(),
  );
}

function getCipherInfo(nameOrNid, options = {}) {
  if (typeof nameOrNid !== 'string' && typeof nameOrNid !== 'number') {
    throw argType('nameOrNid', 'one of type string or number', nameOrNid);
  }
  const info = typeof nameOrNid === 'number' ? cipherByNid(nameOrNid) : cipherInfo(nameOrNid);
  if (info === undefined) return undefined;
  const { keyLength, ivLength } = options;
  if (keyLength !== undefined && keyLength !== info.keyLength) return undefined;
  if (ivLength === undefined) return { ...info };
  const fits = info.mode === 'gcm' ? ivLength > 0 : ivLength === info.ivLength;
  return fits ? { ...info, ivLength } : undefined;
}

module.exports = {
  Cipheriv,
  Decipheriv,
  getCipherInfo,
  createCipheriv: (cipher, key, iv, options) => new Cipheriv(cipher, key, iv, options),
  createDecipheriv: (cipher, key, iv, options) => new Decipheriv(cipher, key, iv, options),
};
