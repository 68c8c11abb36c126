// DOMException: an error of the Web's, which has a name where Node's have a code.

const CODES = {
  IndexSizeError: 1,
  HierarchyRequestError: 3,
  WrongDocumentError: 4,
  InvalidCharacterError: 5,
  NoModificationAllowedError: 7,
  NotFoundError: 8,
  NotSupportedError: 9,
  InUseAttributeError: 10,
  InvalidStateError: 11,
  SyntaxError: 12,
  InvalidModificationError: 13,
  NamespaceError: 14,
  InvalidAccessError: 15,
  TypeMismatchError: 17,
  SecurityError: 18,
  NetworkError: 19,
  AbortError: 20,
  URLMismatchError: 21,
  QuotaExceededError: 22,
  TimeoutError: 23,
  InvalidNodeTypeError: 24,
  DataCloneError: 25,
};

class DOMException extends Error {
  #name;

  constructor(message = '', options = 'Error') {
    super(`${message}`);
    const isName = options === null || typeof options !== 'object';
    this.#name = `${isName ? options : (options.name ?? 'Error')}`;
    if (!isName && 'cause' in options) {
      Object.defineProperty(this, 'cause', { value: options.cause, configurable: true, writable: true });
    }
    Object.defineProperty(this, 'stack', {
      value: `${this.stack}`.replace(/^[^\n]*/, message === '' ? this.#name : `${this.#name}: ${message}`),
      configurable: true,
      writable: true,
    });
  }

  get name() {
    return this.#name;
  }

  get code() {
    return CODES[this.#name] ?? 0;
  }
}
Object.defineProperty(DOMException.prototype, Symbol.toStringTag, { value: 'DOMException', configurable: true });
for (const [name, code] of Object.entries(CODES)) {
  const constant = name.replace(/Error$/, '').replace(/([a-z])(?=[A-Z])/g, '$1_').toUpperCase() + '_ERR';
  for (const holder of [DOMException, DOMException.prototype]) Object.defineProperty(holder, constant, { value: code, enumerable: true });
}

exports.DOMException = DOMException;
