// EventTarget and its events, for there is no document: an event goes to its target and no further.

const { argType, coded } = require('../calls/errors.js');
const { tag } = require('./interface.js');
const { performance } = require('./performance.js');

let dispatching; // of an event that is under way: {event, target, stopped}

class Event {
  static NONE = 0;
  static CAPTURING_PHASE = 1;
  static AT_TARGET = 2;
  static BUBBLING_PHASE = 3;

  #type;
  #bubbles;
  #cancelable;
  #composed;
  #target = null;
  #current = null;
  #canceled = false;
  #passive = false;
  #stopped = false;
  #timeStamp = performance.now();

  static {
    dispatching = {
      isUnderWay: (event) => event.#current !== null,
      begin: (event, target) => {
        event.#target = target;
        event.#current = target;
        event.#stopped = false;
      },
      call: (event, listener, work) => {
        event.#passive = listener.passive;
        work();
        event.#passive = false;
        return event.#stopped;
      },
      end: (event) => {
        event.#current = null;
      },
    };
  }

  constructor(type, options = {}) {
    if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "type" argument must be specified');
    if (options !== null && typeof options !== 'object') throw argType('options', 'of type object', options);
    this.#type = `${type}`;
    this.#bubbles = !!options?.bubbles;
    this.#cancelable = !!options?.cancelable;
    this.#composed = !!options?.composed;
  }

  get type() {
    return this.#type;
  }
  get bubbles() {
    return this.#bubbles;
  }
  get cancelable() {
    return this.#cancelable;
  }
  get composed() {
    return this.#composed;
  }
  get target() {
    return this.#target;
  }
  get srcElement() {
    return this.#target;
  }
  get currentTarget() {
    return this.#current;
  }
  get eventPhase() {
    return this.#current === null ? Event.NONE : Event.AT_TARGET;
  }
  get defaultPrevented() {
    return this.#canceled;
  }
  get returnValue() {
    return !this.#canceled;
  }
  get timeStamp() {
    return this.#timeStamp;
  }
  get isTrusted() {
    return false;
  }
  get cancelBubble() {
    return this.#stopped;
  }

  composedPath() {
    return this.#current === null ? [] : [this.#current];
  }
  preventDefault() {
    if (this.#cancelable && !this.#passive) this.#canceled = true;
  }
  stopPropagation() {}
  stopImmediatePropagation() {
    this.#stopped = true;
  }
}
tag(Event, 'Event');

class CustomEvent extends Event {
  #detail;

  constructor(type, options) {
    super(...(arguments.length === 0 ? [] : [type, options]));
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    return this.#detail;
  }
}
tag(CustomEvent, 'CustomEvent');

class EventTarget {
  #listeners = []; // in their order: {type, callback, capture, once, passive, removed}

  addEventListener(type, callback, options) {
    if (arguments.length < 2) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "type" and "listener" arguments must be specified');
    const { capture = false, once = false, passive = false, signal } = flags(options);
    if (signal !== undefined && !(signal instanceof EventTarget)) throw argType('options.signal', 'an instance of AbortSignal', signal);
    if (callback === null || callback === undefined || signal?.aborted) return;
    if (typeof callback !== 'function' && typeof callback !== 'object') {
      throw argType('listener', 'an instance of EventListener', callback);
    }
    type = `${type}`;
    if (this.#find(type, callback, capture) >= 0) return;
    this.#listeners.push({ type, callback, capture: !!capture, once: !!once, passive: !!passive, removed: false });
    signal?.addEventListener('abort', () => this.removeEventListener(type, callback, { capture }), { once: true });
  }

  removeEventListener(type, callback, options) {
    const at = this.#find(`${type}`, callback, flags(options).capture ?? false);
    if (at >= 0) this.#listeners.splice(at, 1)[0].removed = true;
  }

  #find(type, callback, capture) {
    return this.#listeners.findIndex((one) => one.type === type && one.callback === callback && one.capture === !!capture);
  }

  dispatchEvent(event) {
    if (!(event instanceof Event)) throw argType('event', 'an instance of Event', event);
    if (dispatching.isUnderWay(event)) throw coded(Error, 'ERR_EVENT_RECURSION', `The event "${event.type}" is already being dispatched`);
    dispatching.begin(event, this);
    for (const listener of this.#listeners.filter((one) => one.type === event.type)) {
      if (listener.removed) continue;
      if (listener.once) this.removeEventListener(listener.type, listener.callback, listener);
      if (dispatching.call(event, listener, () => this.#tell(listener, event))) break;
    }
    dispatching.end(event);
    return !event.defaultPrevented;
  }

  /** What a listener throws is nobody's to catch, as in Node. */
  #tell({ callback }, event) {
    try {
      const result = typeof callback === 'function' ? callback.call(this, event) : callback.handleEvent(event);
      if (typeof result?.then === 'function') result.then(undefined, uncaught);
    } catch (error) {
      uncaught(error);
    }
  }
}
tag(EventTarget, 'EventTarget');

const SafePromise = Promise;

/** Fails the Action, as a rejection that nobody handles does. */
function uncaught(error) {
  new SafePromise((resolve, reject) => reject(error));
}

function flags(options) {
  return typeof options === 'boolean' ? { capture: options } : (options ?? {});
}

/** Gives a class an attribute on<type>, whose value is a listener. */
function handlerAttribute(Class, type) {
  const handlers = new WeakMap();
  Object.defineProperty(Class.prototype, `on${type}`, {
    configurable: true,
    enumerable: true,
    get() {
      return handlers.get(this)?.callback ?? null;
    },
    set(callback) {
      const set = typeof callback === 'function' ? callback : null;
      const handler = handlers.get(this);
      if (handler !== undefined) {
        handler.callback = set;
        return;
      }
      const first = { callback: set };
      handlers.set(this, first);
      this.addEventListener(type, (event) => first.callback?.call(this, event));
    },
  });
}

module.exports = { Event, CustomEvent, EventTarget, handlerAttribute };
