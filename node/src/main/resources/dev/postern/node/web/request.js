// Request.

const { Body, cloneOf, extracted, isUnusable } = require('./body.js');
const { Headers } = require('./headers.js');
const { shownAs, tag } = require('./interface.js');

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const NORMAL = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'];
const MODES = {
  redirect: ['follow', 'manual', 'error'],
  mode: ['cors', 'no-cors', 'same-origin', 'navigate'],
  credentials: ['same-origin', 'omit', 'include'],
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
};

class Request extends Body {
  #url;
  #method;
  #headers;
  #signal;
  #modes;
  #rest;

  constructor(input, init = {}) {
    if (arguments.length === 0) throw new TypeError('Request constructor: 1 argument required, but only 0 present.');
    if (init !== null && typeof init !== 'object' && typeof init !== 'function') throw new TypeError('Request constructor: the options are no object');
    const from = input instanceof Request ? input : undefined;
    const url = from === undefined ? parsed(input) : from.#url;
    const given = init ?? {};
    const method = given.method === undefined ? (from?.#method ?? 'GET') : checkedMethod(given.method);
    const headers = new Headers(given.headers ?? from?.#headers);
    const content = given.body === null || given.body === undefined ? bodyOf(from) : ownBody(given, headers);
    if (content !== undefined && (method === 'GET' || method === 'HEAD')) {
      throw new TypeError('Request with GET/HEAD method cannot have body.');
    }
    super(content);
    this.#url = url;
    this.#method = method;
    this.#headers = headers;
    this.#signal = signalOf('signal' in given ? given.signal : from?.#signal);
    this.#modes = Object.fromEntries(Object.keys(MODES).map((name) => [name, checkedMode(name, given[name], from)]));
    this.#rest = {
      integrity: `${given.integrity ?? from?.integrity ?? ''}`,
      keepalive: !!(given.keepalive ?? from?.keepalive),
      referrer: `${given.referrer ?? from?.referrer ?? 'about:client'}`,
      referrerPolicy: `${given.referrerPolicy ?? from?.referrerPolicy ?? ''}`,
    };
  }

  get method() {
    return this.#method;
  }
  get url() {
    return this.#url.href;
  }
  get headers() {
    return this.#headers;
  }
  get signal() {
    return this.#signal;
  }
  get redirect() {
    return this.#modes.redirect;
  }
  get mode() {
    return this.#modes.mode;
  }
  get credentials() {
    return this.#modes.credentials;
  }
  get cache() {
    return this.#modes.cache;
  }
  get integrity() {
    return this.#rest.integrity;
  }
  get keepalive() {
    return this.#rest.keepalive;
  }
  get referrer() {
    return this.#rest.referrer;
  }
  get referrerPolicy() {
    return this.#rest.referrerPolicy;
  }
  get destination() {
    return '';
  }
  get duplex() {
    return 'half';
  }

  clone() {
    if (isUnusable(this)) throw new TypeError('Request.clone: Body has already been consumed.');
    const { url, method, headers, signal, redirect, mode, credentials, cache } = this;
    const content = cloneOf(this);
    const body = content === undefined ? undefined : (content.stream ?? content.bytes);
    return new Request(url, { ...this.#rest, method, headers, signal, redirect, mode, credentials, cache, body, duplex: 'half' });
  }
}
tag(Request, 'Request');
shownAs(Request, 'Request', ({ method, url, headers, redirect }) => ({ method, url, headers, redirect }));

function parsed(input) {
  let url;
  try {
    url = new URL(input);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${String(input).slice(0, 256)}`, { cause });
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError('Request cannot be constructed from a URL that includes credentials; send them in the Authorization header');
  }
  return url;
}

function checkedMethod(method) {
  const text = `${method}`;
  if (!TOKEN.test(text) || ['CONNECT', 'TRACE', 'TRACK'].includes(text.toUpperCase())) {
    throw new TypeError(`'${text.slice(0, 64)}' is not a valid HTTP method.`);
  }
  return NORMAL.includes(text.toUpperCase()) ? text.toUpperCase() : text;
}

function checkedMode(name, value, from) {
  if (value === undefined) return from === undefined ? MODES[name][0] : from[name];
  if (!MODES[name].includes(`${value}`)) throw new TypeError(`Request constructor: ${name} is one of ${MODES[name].join(', ')}`);
  return `${value}`;
}

function signalOf(signal) {
  if (signal === undefined || signal === null) return new AbortController().signal;
  if (typeof signal.aborted !== 'boolean' || typeof signal.addEventListener !== 'function') {
    throw new TypeError("Failed to construct 'Request': member signal is not of type AbortSignal.");
  }
  return signal instanceof AbortSignal ? AbortSignal.any([signal]) : signal;
}

function ownBody(given, headers) {
  const content = extracted(given.body);
  if (content.stream !== undefined && given.duplex === undefined) {
    throw new TypeError('RequestInit: duplex option is required when sending a body.');
  }
  if (content.type !== null && !headers.has('content-type')) headers.set('content-type', content.type);
  return content;
}

function bodyOf(from) {
  if (from === undefined) return undefined;
  if (isUnusable(from)) throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
  return cloneOf(from);
}

module.exports = { Request };
