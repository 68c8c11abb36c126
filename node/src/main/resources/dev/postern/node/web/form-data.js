// FormData, and its two forms on the wire.

const { Buffer, joined } = require('../calls/bytes.js');
const { coded } = require('../calls/errors.js');
const { randomUUID } = require('../crypto/random.js');
const { Blob, File, bytesOf } = require('./blob.js');
const { shownAs, tag } = require('./interface.js');

class FormData {
  #entries = []; // [name, string or File]

  constructor(form) {
    if (form !== undefined) throw new TypeError("Failed to construct 'FormData': there are no forms here");
  }

  append(name, value, filename) {
    this.#entries.push(entry('append', arguments));
  }

  set(name, value, filename) {
    const set = entry('set', arguments);
    const first = this.#entries.findIndex(([one]) => one === set[0]);
    this.#entries = this.#entries.filter(([one], at) => one !== set[0] || at === first);
    if (first < 0) this.#entries.push(set);
    else this.#entries[first] = set;
  }

  delete(name) {
    this.#entries = this.#entries.filter(([one]) => one !== `${name}`);
  }

  get(name) {
    return this.#entries.find(([one]) => one === `${name}`)?.[1] ?? null;
  }

  getAll(name) {
    return this.#entries.filter(([one]) => one === `${name}`).map(([, value]) => value);
  }

  has(name) {
    return this.#entries.some(([one]) => one === `${name}`);
  }

  *entries() {
    for (const [name, value] of this.#entries) yield [name, value];
  }

  *keys() {
    for (const [name] of this.#entries) yield name;
  }

  *values() {
    for (const [, value] of this.#entries) yield value;
  }

  forEach(callback, self) {
    for (const [name, value] of this.#entries) callback.call(self, value, name, this);
  }
}
tag(FormData, 'FormData');
Object.defineProperty(FormData.prototype, Symbol.iterator, { value: FormData.prototype.entries, configurable: true, writable: true });
shownAs(FormData, 'FormData', (form) => Object.fromEntries(form));

function entry(method, args) {
  const [name, value, filename] = args;
  if (args.length < 2) throw coded(TypeError, 'ERR_MISSING_ARGS', `FormData.${method}: a name and a value must be specified`);
  if (!(value instanceof Blob)) {
    if (args.length > 2) throw new TypeError(`FormData.${method}: with a file name the value must be a Blob`);
    return [`${name}`.toWellFormed(), `${value}`.toWellFormed()];
  }
  if (value instanceof File && filename === undefined) return [`${name}`, value];
  const named = filename === undefined ? 'blob' : `${filename}`;
  return [`${name}`, new File([value], named, { type: value.type, lastModified: value.lastModified })];
}

const lines = (text) => text.replace(/\r?\n|\r/g, '\r\n');
const quoted = (text) => text.replace(/\r\n|\r|\n/g, (end) => encodeURIComponent(end)).replace(/"/g, '%22');

/** The form as multipart/form-data: {bytes, type}. */
function multipart(form) {
  const boundary = `----formdata-${randomUUID()}`;
  const parts = [];
  for (const [name, value] of form) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(lines(name))}"`;
    if (typeof value === 'string') {
      parts.push(Buffer.from(`${head}\r\n\r\n${lines(value)}\r\n`));
    } else {
      const type = value.type || 'application/octet-stream';
      parts.push(Buffer.from(`${head}; filename="${quoted(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`));
      parts.push(bytesOf(value), Buffer.from('\r\n'));
    }
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { bytes: joined(parts), type: `multipart/form-data; boundary=${boundary}` };
}

/** The form that a body of this type holds. */
function parsed(bytes, type) {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(Buffer.from(bytes).toString())) form.append(name, value);
    return form;
  }
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (boundary === null) throw new TypeError('Could not parse content as FormData.');
  return parts(Buffer.from(bytes), boundary[1] ?? boundary[2]);
}

function parts(body, boundary) {
  const form = new FormData();
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    if (body.toString('latin1', start, start + 2) === '--') return form;
    const headEnd = body.indexOf('\r\n\r\n', start);
    const next = headEnd < 0 ? -1 : body.indexOf(`\r\n--${boundary}`, headEnd + 2);
    if (next < 0) break;
    const head = body.toString('utf8', start, headEnd);
    const content = body.subarray(headEnd + 4, Math.max(next, headEnd + 4));
    const attribute = (key) => new RegExp(`^content-disposition:[^\\r\\n]*;\\s*${key}="([^"\\r\\n]*)"`, 'im').exec(head)?.[1];
    const plain = (text) => text?.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%22/g, '"');
    const name = plain(attribute('name'));
    if (name === undefined) break;
    const filename = plain(attribute('filename'));
    if (filename === undefined) form.append(name, content.toString());
    else form.append(name, new File([content], filename, { type: /^content-type:\s*(\S[^\r\n]*)/im.exec(head)?.[1] ?? 'text/plain' }));
    at = next + 2;
  }
  throw new TypeError('Could not parse content as FormData.');
}

module.exports = { FormData, multipart, parsed };
