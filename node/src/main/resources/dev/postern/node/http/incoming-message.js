// The answer to a request, which is there as a whole.

const { Buffer } = require('../buffer.js');
const { Readable } = require('stream');
const { joined } = require('./headers.js');

class IncomingMessage extends Readable {
  constructor(socket, { status, statusText, headers = [], decoded = false } = {}, bytes = Buffer.alloc(0)) {
    super({ read() {} });
    // The host has decompressed the body: the lines that tell of its old form go.
    const lines = decoded ? headers.filter(([name]) => !/^content-(encoding|length)$/i.test(name)) : headers;
    this.socket = socket;
    this.connection = socket;
    this.httpVersion = '1.1';
    this.httpVersionMajor = 1;
    this.httpVersionMinor = 1;
    this.statusCode = status ?? null;
    this.statusMessage = statusText ?? null;
    this.headers = joined(lines);
    this.rawHeaders = lines.flat();
    this.trailers = {};
    this.rawTrailers = [];
    this.aborted = false;
    this.complete = true;
    this.url = '';
    if (bytes.length > 0) this.push(bytes);
    this.push(null);
  }

  get headersDistinct() {
    const distinct = {};
    for (let i = 0; i < this.rawHeaders.length; i += 2) (distinct[this.rawHeaders[i].toLowerCase()] ??= []).push(this.rawHeaders[i + 1]);
    return distinct;
  }

  setTimeout() {
    return this;
  }
}

module.exports = { IncomingMessage };
