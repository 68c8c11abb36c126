// Blob and File: bytes that do not change.

const { argType, coded } = require('../calls/errors.js');
const { joined, viewed } = require('../calls/bytes.js');
const { shownAs, tag } = require('./interface.js');

let bytesOf; // of a Blob, not copied

const typeOf = (type) => (/[^ -~]/.test(type) ? '' : type.toLowerCase());

class Blob {
  #bytes;
  #type;

  static {
    bytesOf = (blob) => blob.#bytes;
  }

  constructor(parts = [], options = {}) {
    if (parts === null || typeof parts !== 'object' || typeof parts[Symbol.iterator] !== 'function') {
      throw argType('sources', 'an instance of Iterable', parts);
    }
    this.#bytes = joined([...parts].map(bytesOfPart));
    this.#type = typeOf(`${options?.type ?? ''}`);
  }

  get size() {
    return this.#bytes.byteLength;
  }

  get type() {
    return this.#type;
  }

  slice(start = 0, end = this.size, type = '') {
    const blob = new Blob([], { type: `${type}` });
    blob.#bytes = this.#bytes.slice(start, end);
    return blob;
  }

  async arrayBuffer() {
    return this.#bytes.slice().buffer;
  }

  async bytes() {
    return this.#bytes.slice();
  }

  async text() {
    return new TextDecoder().decode(this.#bytes);
  }

  stream() {
    return require('./body.js').streamOf(this.#bytes);
  }
}
tag(Blob, 'Blob');
shownAs(Blob, 'Blob', ({ size, type }) => ({ size, type }));

function bytesOfPart(part) {
  if (part instanceof Blob) return bytesOf(part);
  return viewed(part)?.slice() ?? new TextEncoder().encode(`${part}`);
}

class File extends Blob {
  #name;
  #lastModified;

  constructor(parts, name, options = {}) {
    if (arguments.length < 2) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "sources" and "fileName" arguments must be specified');
    super(parts, options);
    this.#name = `${name}`;
    this.#lastModified = options?.lastModified === undefined ? Date.now() : Number(options.lastModified) || 0;
  }

  get name() {
    return this.#name;
  }

  get lastModified() {
    return this.#lastModified;
  }
}
tag(File, 'File');
shownAs(File, 'File', ({ size, type, name, lastModified }) => ({ size, type, name, lastModified }));

module.exports = { Blob, File, bytesOf };
