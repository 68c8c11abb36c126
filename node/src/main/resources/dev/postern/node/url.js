// The older way to take URLs apart, and what Node has beside the newer one.

const { argType, coded } = require('./calls/errors.js');
const ported = require('./node_modules/url/url.js');

const isUrl = (value) => value instanceof globalThis.URL;

/** Of a URL object the options say what is left out. */
function format(value, options = {}) {
  if (!isUrl(value)) return ported.format(value);
  const url = new globalThis.URL(value);
  if (options.fragment === false) url.hash = '';
  if (options.search === false) url.search = '';
  if (options.auth === false) url.username = url.password = '';
  return url.href;
}

function fileURLToPath(value) {
  if (typeof value !== 'string' && !isUrl(value)) throw argType('path', 'of type string or an instance of URL', value);
  const url = isUrl(value) ? value : new globalThis.URL(value);
  if (url.protocol !== 'file:') throw coded(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (url.hostname !== '') throw coded(TypeError, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
  if (/%2f/i.test(url.pathname)) throw coded(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
  return decodeURIComponent(url.pathname);
}

function pathToFileURL(path) {
  const url = new globalThis.URL('file:///');
  url.pathname = require('path').resolve(path).replace(/[%\\\n\r\t?#]/g, encodeURIComponent);
  return url;
}

function urlToHttpOptions(url) {
  const { protocol, hostname, hash, search, pathname, href, username, password, port } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol,
    hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
  };
  if (port !== '') options.port = Number(port);
  if (username !== '' || password !== '') options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

function domainToASCII(domain) {
  const url = `http://${domain}`;
  return globalThis.URL.canParse(url) ? new globalThis.URL(url).hostname : '';
}

module.exports = {
  ...ported,
  format,
  fileURLToPath,
  pathToFileURL,
  urlToHttpOptions,
  domainToASCII,
  domainToUnicode: (domain) => require('punycode').toUnicode(domainToASCII(domain)),
  get URL() {
    return globalThis.URL;
  },
  get URLSearchParams() {
    return globalThis.URLSearchParams;
  },
};
