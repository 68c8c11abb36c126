// Response.

const { Body, cloneOf, extracted, isUnusable } = require('./body.js');
const { Headers, received } = require('./headers.js');
const { shownAs, tag } = require('./interface.js');

const WITHOUT_BODY = [101, 103, 204, 205, 304];
const REDIRECTS = [301, 302, 303, 307, 308];

let answered; // the Response of an exchange
let failed;

class Response extends Body {
  #state; // {status, statusText, headers, type, url, redirected}

  static {
    answered = ({ status, statusText, headers, url, redirected }, bytes) => {
      const isEmpty = WITHOUT_BODY.includes(status);
      const response = new Response(isEmpty ? undefined : bytes);
      response.#state = { status, statusText, headers: received(headers), type: 'basic', url: url.replace(/#.*/s, ''), redirected };
      return response;
    };
    failed = () => {
      const response = new Response();
      response.#state = { status: 0, statusText: '', headers: received([]), type: 'error', url: '', redirected: false };
      return response;
    };
  }

  constructor(body, init = {}) {
    const { status = 200, statusText = '', headers } = init ?? {};
    const code = Math.trunc(Number(status));
    if (!(code >= 200 && code <= 599)) throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
    if (!/^[\t -~\x80-\xff]*$/.test(`${statusText}`)) throw new TypeError('Invalid statusText');
    const content = extracted(body);
    if (content !== undefined && WITHOUT_BODY.includes(code)) {
      throw new TypeError(`Response constructor: Invalid response status code ${code}`);
    }
    super(content);
    const own = new Headers(headers);
    if (content !== undefined && content.type !== null && !own.has('content-type')) own.set('content-type', content.type);
    this.#state = { status: code, statusText: `${statusText}`, headers: own, type: 'default', url: '', redirected: false };
  }

  get type() {
    return this.#state.type;
  }
  get url() {
    return this.#state.url;
  }
  get redirected() {
    return this.#state.redirected;
  }
  get status() {
    return this.#state.status;
  }
  get ok() {
    return this.#state.status >= 200 && this.#state.status <= 299;
  }
  get statusText() {
    return this.#state.statusText;
  }
  get headers() {
    return this.#state.headers;
  }

  clone() {
    if (isUnusable(this)) throw new TypeError('Response.clone: Body has already been consumed.');
    const content = cloneOf(this);
    const copy = new Response(content?.stream ?? content?.bytes);
    const { headers } = this.#state;
    copy.#state = { ...this.#state, headers: this.#state.type === 'default' ? new Headers(headers) : headers };
    return copy;
  }

  static error() {
    return failed();
  }

  static json(data, init = {}) {
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const headers = new Headers(init?.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(text, { ...init, headers });
  }

  static redirect(url, status = 302) {
    if (!REDIRECTS.includes(status)) throw new RangeError(`Invalid status code ${status}`);
    let location;
    try {
      location = new URL(url).href;
    } catch (cause) {
      throw new TypeError(`Failed to parse URL from ${String(url).slice(0, 256)}`, { cause });
    }
    return new Response(null, { status, headers: { location } });
  }
}
tag(Response, 'Response');
shownAs(Response, 'Response', ({ status, statusText, headers, bodyUsed, ok, redirected, type, url }) => ({
  status,
  statusText,
  headers,
  bodyUsed,
  ok,
  redirected,
  type,
  url,
}));

module.exports = { Response, answered };
