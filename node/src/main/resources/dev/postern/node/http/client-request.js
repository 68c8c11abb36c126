// A request of Node's http, sent by the host when it is complete. It follows no redirects: that is the script's business.

const EventEmitter = require('events');
const { Buffer } = require('../buffer.js');
const { joined, start } = require('../calls/bytes.js');
const { argType, coded } = require('../calls/errors.js');
const { Writable } = require('stream');
const { checkName, checkValue } = require('./headers.js');
const { IncomingMessage } = require('./incoming-message.js');

const FOR_TLS = ['cert', 'key', 'pfx', 'socketPath'];

/** What packages do to a socket. There is none: the host has the connection. */
class Socket extends EventEmitter {
  constructor(request, encrypted) {
    super();
    this.destroyed = false;
    this.connecting = false;
    this.encrypted = encrypted;
    this.authorized = encrypted;
    this.destroy = (error) => request.destroy(error);
  }
}
for (const name of ['setTimeout', 'setKeepAlive', 'setNoDelay', 'ref', 'unref', 'cork', 'uncork', 'pause', 'resume']) {
  Socket.prototype[name] = function () {
    return this;
  };
}

class ClientRequest extends Writable {
  #lines = new Map(); // lower-case name -> [name, value or values]
  #chunks = [];
  #port;
  #exchange; // {cancel}, once it is sent
  #over = false;
  #timer;
  #failure;

  constructor(options, secure, callback) {
    super({ autoDestroy: false, emitClose: false, decodeStrings: true });
    this.#failure = new Error(); // made here, where its stack tells who has called
    const protocol = options.protocol || options.agent?.protocol || (secure ? 'https:' : 'http:');
    if (protocol !== (secure ? 'https:' : 'http:')) {
      throw coded(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${protocol}" not supported. Expected "${secure ? 'https:' : 'http:'}"`);
    }
    const unknown = FOR_TLS.find((name) => options[name] !== undefined && options[name] !== null);
    if (unknown !== undefined) {
      throw coded(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', `http.request takes no ${unknown} here: the host makes the connections`);
    }
    this.method = checkedMethod(options.method);
    this.path = checkedPath(options.path);
    this.protocol = protocol;
    this.host = options.hostname || options.host || 'localhost';
    this.agent = options.agent;
    this.reusedSocket = false;
    this.aborted = false;
    this.res = null;
    this.maxHeadersCount = null;
    this.#port = checkedPort(options.port || options.defaultPort);
    this.socket = this.connection = new Socket(this, secure);
    for (const [name, value] of entries(options.headers)) this.setHeader(name, value);
    if (options.auth && !this.hasHeader('authorization')) {
      this.setHeader('Authorization', `Basic ${Buffer.from(`${options.auth}`).toString('base64')}`);
    }
    if (callback !== undefined) this.once('response', callback);
    if (options.timeout) this.setTimeout(options.timeout);
    if (options.signal) this.#follow(options.signal);
    process.nextTick(() => this.#over || this.emit('socket', this.socket));
  }

  get headersSent() {
    return this.#exchange !== undefined;
  }

  get finished() {
    return this.writableEnded;
  }

  #follow(signal) {
    const abort = () => this.destroy(Object.assign(new Error('The operation was aborted', { cause: signal.reason }), { name: 'AbortError', code: 'ABORT_ERR' }));
    if (signal.aborted) process.nextTick(abort);
    else signal.addEventListener('abort', abort, { once: true });
  }

  setHeader(name, value) {
    checkName(name);
    checkValue(name, value);
    if (this.headersSent) throw coded(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot set headers after they are sent to the client');
    this.#lines.set(name.toLowerCase(), [name, value]);
    return this;
  }

  getHeader(name) {
    return this.#lines.get(`${name}`.toLowerCase())?.[1];
  }

  hasHeader(name) {
    return this.#lines.has(`${name}`.toLowerCase());
  }

  removeHeader(name) {
    this.#lines.delete(`${name}`.toLowerCase());
  }

  getHeaders() {
    return Object.assign(Object.create(null), Object.fromEntries([...this.#lines].map(([key, [, value]]) => [key, value])));
  }

  getHeaderNames() {
    return [...this.#lines.keys()];
  }

  getRawHeaderNames() {
    return [...this.#lines.values()].map(([name]) => name);
  }

  flushHeaders() {}

  setNoDelay() {}

  setSocketKeepAlive() {}

  /** Tells when there is no answer after so long, and does no more. */
  setTimeout(millis, callback) {
    if (typeof millis !== 'number') throw argType('msecs', 'of type number', millis);
    if (callback !== undefined) this.once('timeout', callback);
    clearTimeout(this.#timer);
    if (millis > 0 && !this.#over) this.#timer = setTimeout(() => this.emit('timeout'), millis);
    this.timeout = millis;
    return this;
  }

  _write(chunk, encoding, done) {
    this.#chunks.push(chunk);
    done();
  }

  _final(done) {
    done();
    if (this.#over) return;
    const headers = [...this.#lines.values()].flatMap(([name, value]) => [value].flat().map((one) => [name, `${one}`]));
    const body = this.#chunks.length > 0 || /^(POST|PUT|PATCH)$/.test(this.method) ? joined(this.#chunks) : undefined;
    try {
      const url = address(this.protocol, this.host, this.#port, this.path);
      this.#exchange = start('fetch.send', { method: this.method, url, headers, redirect: 'manual' }, body);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#exchange.promise.then(
      ({ value, bytes }) => this.#answer(value, bytes),
      (error) => this.#fail(error),
    );
  }

  #answer(value, bytes) {
    if (this.#over) return;
    this.#end();
    this.res = new IncomingMessage(this.socket, value, bytes);
    this.res.req = this;
    this.res.once('close', () => this.emit('close'));
    if (!this.emit('response', this.res)) this.res.resume();
  }

  #fail(error) {
    if (this.#over) return;
    this.#end();
    const stack = `${this.#failure.stack}`.replace(/^[^\n]*/, `Error: ${error.message}`);
    Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
    if (error.code?.startsWith('ECONN') || error.code === 'ENOTFOUND') error.syscall ??= error.code === 'ENOTFOUND' ? 'getaddrinfo' : 'connect';
    this.emit('error', error);
    this.emit('close');
  }

  #end() {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  abort() {
    if (this.aborted) return;
    this.aborted = true;
    process.nextTick(() => this.emit('abort'));
    this.destroy();
  }

  destroy(error) {
    this.destroyed = true;
    if (this.res !== null) {
      this.res.destroy(error);
      return this;
    }
    if (this.#over) return this;
    this.#exchange?.cancel();
    this.#end();
    const told = error ?? coded(Error, 'ECONNRESET', 'socket hang up');
    process.nextTick(() => {
      this.emit('error', told);
      this.emit('close');
    });
    return this;
  }
}

function checkedMethod(method) {
  if (method === undefined || method === null) return 'GET';
  if (typeof method !== 'string') throw argType('options.method', 'of type string', method);
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method)) {
    throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Method must be a valid HTTP token ["${method.slice(0, 64)}"]`);
  }
  return method.toUpperCase();
}

function checkedPath(path) {
  const text = path ? `${path}` : '/';
  if (/[^\x21-\xff]/.test(text)) throw coded(TypeError, 'ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
  return text;
}

const HOST = /^(?:[A-Za-z0-9._~-]+|\[?[0-9A-Fa-f:.]+\]?)$/;

function checkedPort(port) {
  const number = port ? Number(port) : 0;
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw coded(RangeError, 'ERR_SOCKET_BAD_PORT', `Port should be >= 0 and < 65536. Received ${String(port).slice(0, 64)}.`);
  }
  return number;
}

/** What cannot be a host is not found, before it can be taken for another part of the URL. */
function address(protocol, host, port, path) {
  if (!HOST.test(host)) {
    throw Object.assign(coded(Error, 'ENOTFOUND', `getaddrinfo ENOTFOUND ${host.slice(0, 256)}`), { syscall: 'getaddrinfo', hostname: host });
  }
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${protocol}//${name}${port > 0 ? `:${port}` : ''}${path.startsWith('/') ? '' : '/'}${path}`;
}

/** Headers as an object, a list of pairs or a flat list. */
function entries(headers) {
  if (!headers) return [];
  if (!Array.isArray(headers)) return Object.entries(headers).filter(([, value]) => value !== undefined);
  if (headers.every(Array.isArray)) return headers;
  return headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]]] : []));
}

module.exports = { ClientRequest };
