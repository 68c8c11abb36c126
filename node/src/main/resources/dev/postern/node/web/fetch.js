// fetch: the host sends, and may refuse to; see docs/egress.md.

const { start } = require('../calls/bytes.js');
const { hasContent } = require('./body.js');
const { linesOf } = require('./headers.js');
const { Request } = require('./request.js');
const { answered } = require('./response.js');

/** Sends a request {method, url, headers, redirect}; gives {promise, cancel}. */
const send = (request, body) => start('fetch.send', request, body);

async function fetch(input, init) {
  if (arguments.length === 0) throw new TypeError("Failed to execute 'fetch': 1 argument required, but only 0 present.");
  const failed = new TypeError('fetch failed'); // made here, where its stack tells who has called
  const request = new Request(input, init);
  const { signal } = request;
  signal.throwIfAborted();
  const body = hasContent(request) ? await request.bytes() : undefined;
  signal.throwIfAborted();
  const { method, url, redirect } = request;
  const { promise, cancel } = send({ method, url, redirect, headers: linesOf(request.headers) }, body);
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    promise
      .then(({ value, bytes }) => answered(value, bytes))
      .finally(() => signal.removeEventListener('abort', abort))
      .then(resolve, (cause) => reject(Object.defineProperty(failed, 'cause', { value: cause, configurable: true, writable: true })));
  });
}

module.exports = { fetch, send };
