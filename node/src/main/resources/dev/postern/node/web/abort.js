// AbortController and AbortSignal.

const { argType, coded } = require('../calls/errors.js');
const { DOMException } = require('./dom-exception.js');
const { Event, EventTarget, handlerAttribute } = require('./events.js');
const { tag } = require('./interface.js');

const creating = Symbol('creating');
let abort; // (signal, reason)

class AbortSignal extends EventTarget {
  #aborted = false;
  #reason;

  static {
    abort = (signal, reason = new DOMException('This operation was aborted', 'AbortError')) => {
      if (signal.#aborted) return;
      signal.#aborted = true;
      signal.#reason = reason;
      signal.dispatchEvent(new Event('abort'));
    };
  }

  constructor(token) {
    if (token !== creating) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    super();
  }

  get aborted() {
    return this.#aborted;
  }

  get reason() {
    return this.#reason;
  }

  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }

  static abort(reason) {
    const signal = new AbortSignal(creating);
    abort(signal, reason);
    return signal;
  }

  static timeout(delay) {
    if (typeof delay !== 'number') throw argType('delay', 'of type number', delay);
    const signal = new AbortSignal(creating);
    const timedOut = () => abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    setTimeout(timedOut, delay).unref();
    return signal;
  }

  static any(signals) {
    const all = [...signals];
    const any = new AbortSignal(creating);
    for (const signal of all) {
      if (!(signal instanceof AbortSignal)) throw argType('signals', 'an array of AbortSignal', signal);
    }
    const first = all.find((signal) => signal.#aborted);
    if (first !== undefined) abort(any, first.#reason);
    else for (const signal of all) signal.addEventListener('abort', () => abort(any, signal.reason), { once: true });
    return any;
  }
}
tag(AbortSignal, 'AbortSignal');
handlerAttribute(AbortSignal, 'abort');

class AbortController {
  #signal = new AbortSignal(creating);

  get signal() {
    return this.#signal;
  }

  abort(reason) {
    abort(this.#signal, reason);
  }
}
tag(AbortController, 'AbortController');

module.exports = { AbortController, AbortSignal };
