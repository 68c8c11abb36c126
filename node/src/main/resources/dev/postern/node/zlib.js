// Node's zlib. The functions are one call of the host each; the streams gather what is written and give all of it at their
// end. Streams are loaded when one is made.

const { Buffer, toBytes, joined, callBytes, call, later } = require('./calls/bytes.js');
const { coded, argType, outOfRange, checkFunction, checkInteger } = require('./calls/errors.js');
const constants = require('./zlib/constants.js');

const DATA = 'of type string or an instance of Buffer, TypedArray, DataView, or ArrayBuffer';
const MOST_OUTPUT = 64 << 20;
const ERRNO = { Z_NEED_DICT: 2, Z_DATA_ERROR: -3, Z_BUF_ERROR: -5 };

function compressing(format) {
  return (data, { level, strategy, dictionary }) => callBytes('zlib.deflate', { format, level, strategy }, data, dictionary);
}

function decompressing(format) {
  return (data, { most, partial, dictionary }) => callBytes('zlib.inflate', { format, most, partial }, data, dictionary);
}

const WORK = {
  Deflate: compressing('deflate'),
  Gzip: compressing('gzip'),
  DeflateRaw: compressing('raw'),
  Inflate: decompressing('deflate'),
  Gunzip: decompressing('gzip'),
  InflateRaw: decompressing('raw'),
  Unzip: decompressing('unzip'),
  BrotliDecompress: (data, { most, partial }) => callBytes('zlib.brotli', { most, partial }, data),
  BrotliCompress() {
    throw coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', 'zlib compresses with gzip and deflate here, not with Brotli');
  },
};

const RANGES = { windowBits: [8, 15], level: [-1, 9], memLevel: [1, 9], strategy: [0, 4] };

/** What of the options counts; the others only say how much memory Node's zlib takes. */
function checked(name, options) {
  if (options === null || typeof options !== 'object') options = {};
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = options[name];
    if (value === undefined || (name === 'windowBits' && value === 0)) continue;
    if (typeof value !== 'number') throw argType(`options.${name}`, 'of type number', value);
    if (!(value >= least && value <= most)) throw outOfRange(`options.${name}`, `>= ${least} and <= ${most}`, value);
  }
  const { level = -1, strategy = 0, dictionary, maxOutputLength = MOST_OUTPUT, finishFlush } = options;
  const finish = name.startsWith('Brotli') ? constants.BROTLI_OPERATION_FINISH : constants.Z_FINISH;
  checkInteger('options.maxOutputLength', maxOutputLength, 1, 2 ** 53 - 1);
  return {
    level,
    strategy,
    dictionary: dictionary === undefined ? undefined : toBytes(dictionary, 'options.dictionary'),
    most: Math.min(maxOutputLength, MOST_OUTPUT),
    partial: finishFlush !== undefined && finishFlush !== finish,
  };
}

/** Does the work, and tells what the host refused with the number that zlib has for it. */
function run(name, data, options) {
  try {
    return WORK[name](data, options);
  } catch (error) {
    if (ERRNO[error.code] !== undefined) error.errno = ERRNO[error.code];
    throw error;
  }
}

/** The class of the streams of this name, which as in Node may be called without new. */
function streamClass(name) {
  const { Transform } = require('stream');

  class Zlib extends Transform {
    constructor(options) {
      const settings = checked(name, options);
      const chunks = [];
      super({
        transform: (chunk, encoding, done) => {
          chunks.push(Uint8Array.from(toBytes(chunk, 'chunk', encoding)));
          this.bytesWritten += chunk.length;
          done();
        },
        flush: (done) => {
          let result;
          try {
            // Of a response without a body nothing is expected.
            result = chunks.length === 0 && settings.partial ? Buffer.alloc(0) : run(name, joined(chunks), settings);
          } catch (error) {
            done(error);
            return;
          }
          if (result.length > 0) this.push(result);
          done();
        },
      });
      this.bytesWritten = 0;
    }

    flush(kind, callback) {
      const done = typeof kind === 'function' ? kind : callback;
      if (done !== undefined) setImmediate(done);
    }

    close(callback) {
      if (callback !== undefined) this.once('close', callback);
      this.destroy();
    }
  }
  Object.defineProperty(Zlib, 'name', { value: name });
  return new Proxy(Zlib, { apply: (target, self, [options]) => new Zlib(options) });
}

for (const name of Object.keys(WORK)) {
  const plain = name[0].toLowerCase() + name.slice(1);
  let Class;
  const classOf = () => Class || (Class = streamClass(name));

  exports[plain + 'Sync'] = (buffer, options) => run(name, toBytes(buffer, 'buffer', 'utf8', DATA), checked(name, options));
  exports[plain] = (buffer, options, callback) => {
    if (typeof options === 'function') [options, callback] = [{}, options];
    checkFunction('callback', callback);
    const data = toBytes(buffer, 'buffer', 'utf8', DATA);
    const settings = checked(name, options);
    later(callback, () => run(name, data, settings));
  };
  exports['create' + name] = (options) => new (classOf())(options);
  Object.defineProperty(exports, name, { configurable: true, enumerable: true, get: classOf });
}

exports.crc32 = (data, value = 0) => {
  const bytes = toBytes(data, 'data', 'utf8', 'of type string or an instance of Buffer, TypedArray, or DataView');
  checkInteger('value', value, 0, 2 ** 32 - 1);
  return call('zlib.crc32', { value }, bytes).value;
};
exports.constants = constants;
exports.codes = Object.freeze({
  Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1, Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4, Z_BUF_ERROR: -5,
  Z_VERSION_ERROR: -6, 0: 'Z_OK', 1: 'Z_STREAM_END', 2: 'Z_NEED_DICT', '-1': 'Z_ERRNO', '-2': 'Z_STREAM_ERROR', '-3': 'Z_DATA_ERROR',
  '-4': 'Z_MEM_ERROR', '-5': 'Z_BUF_ERROR', '-6': 'Z_VERSION_ERROR',
});
// Older code, node-fetch 2 among it, has the constants at the top.
for (const [name, value] of Object.entries(constants)) {
  if (name.startsWith('Z_')) Object.defineProperty(exports, name, { value });
}
