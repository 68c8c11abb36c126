// URL and URLSearchParams on the package whatwg-url, with the errors of Node.

const { coded } = require('../calls/errors.js');
const { shownAs } = require('./interface.js');
const ported = require('whatwg-url');

function URL(url, base) {
  if (new.target === undefined) throw coded(TypeError, undefined, "Class constructor URL cannot be invoked without 'new'");
  if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "url" argument must be specified');
  const input = `${url}`;
  try {
    return Reflect.construct(ported.URL, base === undefined ? [input] : [input, `${base}`], new.target);
  } catch {
    const error = coded(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
    error.input = input;
    if (base !== undefined) error.base = `${base}`;
    throw error;
  }
}
URL.prototype = ported.URL.prototype;
URL.canParse = function canParse(url, base) {
  return ported.URL.canParse(...(base === undefined ? [`${url}`] : [`${url}`, `${base}`]));
};
Object.defineProperty(URL.prototype, 'constructor', { value: URL, configurable: true, writable: true });
const SHOWN = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash'];
shownAs(URL, 'URL', (url) => Object.fromEntries(SHOWN.map((name) => [name, url[name]])));
shownAs(ported.URLSearchParams, 'URLSearchParams', (params) => Object.fromEntries(params));

module.exports = { URL, URLSearchParams: ported.URLSearchParams };
