// Headers as Node's http takes and gives them.

const { coded } = require('../calls/errors.js');

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t -~\x80-\xff]*$/;

/** Of these the first counts, where there are several; the others are joined. */
const SINGLE = new Set(
  'age authorization content-length content-type etag expires from host if-modified-since if-unmodified-since last-modified location max-forwards proxy-authorization referer retry-after server user-agent'.split(' '),
);

function checkName(name) {
  if (typeof name === 'string' && TOKEN.test(name)) return;
  throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${String(name).slice(0, 64)}"]`);
}

function checkValue(name, value) {
  if (value === undefined) throw coded(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "undefined" for header "${name}"`);
  if (!VALUE.test(`${value}`)) throw coded(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
}

/** The lines of an answer as an object. */
function joined(lines) {
  const headers = Object.create(null);
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    if (key === 'set-cookie') (headers[key] ??= []).push(value);
    else if (headers[key] === undefined) headers[key] = value;
    else if (!SINGLE.has(key)) headers[key] += (key === 'cookie' ? '; ' : ', ') + value;
  }
  return Object.fromEntries(Object.entries(headers)); // a plain object, whatever the names are
}

module.exports = { checkName, checkValue, joined };
