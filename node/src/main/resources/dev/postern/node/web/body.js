// What Request and Response have of a body: bytes, or a stream that gives them.

const { Buffer, joined, viewed } = require('../calls/bytes.js');
const { Blob, bytesOf } = require('./blob.js');

const streams = () => require('./streams.js');

function streamOf(bytes) {
  return new (streams().ReadableStream)({
    type: 'bytes',
    pull(controller) {
      if (bytes.byteLength > 0) controller.enqueue(bytes.slice());
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

const isStream = (value) => typeof value?.getReader === 'function';
const isIterable = (value) => typeof value?.[Symbol.asyncIterator] === 'function';

/** What is sent for a value: {bytes or stream, type}; a value of no other kind is sent as a string. */
function extracted(value) {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return { bytes: Buffer.from(value), type: 'text/plain;charset=UTF-8' };
  const bytes = viewed(value);
  if (bytes !== undefined) return { bytes: bytes.slice(), type: null };
  if (value instanceof Blob) return { bytes: bytesOf(value), type: value.type || null };
  if (value instanceof URLSearchParams) {
    return { bytes: Buffer.from(`${value}`), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  if (value instanceof FormData) return require('./form-data.js').multipart(value);
  if (isStream(value)) {
    if (value.locked || value._disturbed) throw new TypeError('Response body object should not be disturbed or locked');
    return { stream: value, type: null };
  }
  if (isIterable(value)) return { stream: streams().ReadableStream.from(value), type: null };
  return { bytes: Buffer.from(`${value}`), type: 'text/plain;charset=UTF-8' };
}

async function readAll(stream) {
  const parts = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts);
    const bytes = typeof value === 'string' ? undefined : viewed(value);
    if (bytes === undefined) throw new TypeError('Received non-Uint8Array chunk');
    parts.push(bytes);
  }
}

let cloneOf; // the content of a second body like that of this one, or undefined
let hasContent;
let isUnusable; // whether it was read, or is being read

/** A body is read once. It is turned into a stream only for who asks for the stream. */
class Body {
  #content; // {bytes or stream, type}, or undefined
  #used = false;

  static {
    cloneOf = (body) => {
      const content = body.#content;
      if (content?.stream === undefined) return content;
      const [one, other] = content.stream.tee();
      body.#content = { ...content, stream: one };
      return { ...content, stream: other };
    };
    hasContent = (body) => body.#content !== undefined;
    isUnusable = (body) => body.bodyUsed || !!body.#content?.stream?.locked;
  }

  constructor(content) {
    this.#content = content;
  }

  get body() {
    const content = this.#content;
    if (content === undefined) return null;
    if (content.stream === undefined) {
      content.stream = streamOf(content.bytes);
      if (this.#used) content.stream._disturbed = true;
      this.#content = { stream: content.stream, type: content.type };
    }
    return this.#content.stream;
  }

  get bodyUsed() {
    return this.#used || !!this.#content?.stream?._disturbed;
  }

  async #read() {
    const content = this.#content;
    if (isUnusable(this)) throw new TypeError('Body is unusable: Body has already been read');
    if (content === undefined) return new Uint8Array(0);
    this.#used = true;
    return content.stream === undefined ? content.bytes : readAll(content.stream);
  }

  async arrayBuffer() {
    return (await this.#read()).slice().buffer;
  }

  async bytes() {
    return (await this.#read()).slice();
  }

  async blob() {
    return new Blob([await this.#read()], { type: this.headers.get('content-type') ?? '' });
  }

  async formData() {
    return require('./form-data.js').parsed(await this.#read(), this.headers.get('content-type') ?? '');
  }

  async json() {
    return JSON.parse(new TextDecoder().decode(await this.#read()));
  }

  async text() {
    return new TextDecoder().decode(await this.#read());
  }
}

module.exports = { Body, cloneOf, extracted, hasContent, isUnusable, streamOf };
