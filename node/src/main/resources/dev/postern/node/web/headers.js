// Headers: names without case, values by name in order, Set-Cookie one by one.

const { shownAs, tag } = require('./interface.js');

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[^\0\r\n\u0100-\uffff]*$/;

let received; // immutable headers of an answer, whose lines are taken as they come
let linesOf; // [name, value] of each line, in the case and order it was set

class Headers {
  #values = new Map(); // lower-case name -> {name, values}
  #immutable = false;

  static {
    received = (lines) => {
      const headers = new Headers();
      for (const [name, value] of lines) if (NAME.test(name)) headers.#add(name, value);
      headers.#immutable = true;
      return headers;
    };
    linesOf = (headers) => [...headers.#values.values()].flatMap(({ name, values }) => values.map((value) => [name, value]));
  }

  constructor(init) {
    if (init === undefined) return;
    if (init === null || (typeof init !== 'object' && typeof init !== 'function')) {
      throw new TypeError('Headers constructor: the argument is neither an object nor a list of pairs');
    }
    if (init instanceof Headers) {
      for (const [name, value] of linesOf(init)) this.#add(name, value);
    } else if (typeof init[Symbol.iterator] === 'function') {
      for (const pair of init) {
        const line = [...pair];
        if (line.length !== 2) throw new TypeError('Headers constructor: each header must be a pair of name and value');
        this.append(line[0], line[1]);
      }
    } else {
      for (const key of Reflect.ownKeys(init)) {
        if (Object.getOwnPropertyDescriptor(init, key).enumerable) this.append(key, init[key]);
      }
    }
  }

  #add(name, value) {
    const key = name.toLowerCase();
    const known = this.#values.get(key);
    if (known === undefined) this.#values.set(key, { name, values: [value] });
    else known.values.push(value);
  }

  #change(method) {
    if (this.#immutable) throw new TypeError(`Headers.${method}: the headers of an answer cannot be changed; copy them with new Headers(…)`);
  }

  append(name, value) {
    const line = checked('append', arguments);
    this.#change('append');
    this.#add(...line);
  }

  set(name, value) {
    const [given, text] = checked('set', arguments);
    this.#change('set');
    const known = this.#values.get(given.toLowerCase());
    this.#values.set(given.toLowerCase(), { name: known?.name ?? given, values: [text] });
  }

  delete(name) {
    const key = checkedName('delete', name).toLowerCase();
    this.#change('delete');
    this.#values.delete(key);
  }

  get(name) {
    const known = this.#values.get(checkedName('get', name).toLowerCase());
    return known === undefined ? null : known.values.join(', ');
  }

  has(name) {
    return this.#values.has(checkedName('has', name).toLowerCase());
  }

  getSetCookie() {
    return [...(this.#values.get('set-cookie')?.values ?? [])];
  }

  *entries() {
    for (const key of [...this.#values.keys()].sort()) {
      const values = this.#values.get(key)?.values ?? [];
      if (key === 'set-cookie') for (const value of values) yield [key, value];
      else yield [key, values.join(', ')];
    }
  }

  *keys() {
    for (const [name] of this.entries()) yield name;
  }

  *values() {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(callback, self) {
    if (typeof callback !== 'function') throw new TypeError('Headers.forEach: the argument is not a function');
    for (const [name, value] of this.entries()) callback.call(self, value, name, this);
  }
}
tag(Headers, 'Headers');
Object.defineProperty(Headers.prototype, Symbol.iterator, { value: Headers.prototype.entries, configurable: true, writable: true });
shownAs(Headers, 'Headers', (headers) => Object.fromEntries(headers));

function checkedName(method, name) {
  const text = `${String(name)}`;
  if (!NAME.test(text)) throw new TypeError(`Headers.${method}: ${text.slice(0, 64)} is an invalid header name.`);
  return text;
}

/** A value is not repeated in the error: it may be a key. */
function checked(method, args) {
  if (args.length < 2) throw new TypeError(`Headers.${method}: a name and a value must be given`);
  const [name, value] = args;
  const known = checkedName(method, name);
  const text = `${value}`.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  if (!VALUE.test(text)) {
    throw new TypeError(`Headers.${method}: the value of ${known} has a line break, NUL or a character beyond U+00FF in it.`);
  }
  return [known, text];
}

module.exports = { Headers, received, linesOf };
