// The first code of every context. It takes the powers of the engine away from the global object, puts the
// globals of an Action there, and returns the driver that the host steps. It runs before any tenant code and keeps
// what it needs of the language in constants, so that a patched prototype cannot change how an Action is run.
//
// host(name, text, text) -> text   is the only way out; it takes and gives strings and never throws.
(function (host, fixedTime) {
  'use strict';

  const { apply, construct, getPrototypeOf, ownKeys } = Reflect;
  const { parse, stringify } = JSON;
  const { isArray } = Array;
  const SafePromise = Promise;
  const { then } = Promise.prototype;
  const { slice: sliceText, indexOf: indexOfText, split: splitText, repeat } = String.prototype;
  const { join } = Array.prototype;
  const { toString: tagOf } = Object.prototype;
  const { toISOString } = Date.prototype;
  const { toString: regExpText } = RegExp.prototype;
  const { toString: symbolText } = Symbol.prototype;
  const { forEach: eachOfMap } = Map.prototype;
  const { forEach: eachOfSet } = Set.prototype;
  const { now } = Date;
  const { max, min } = Math;
  const AsyncFunction = getPrototypeOf(async function () {});
  const text = String;
  const number = Number;
  const define = Object.defineProperty;

  // ---- what the engine offers and an Action must not have ----

  Graal.setUnhandledPromiseRejectionHandler((reason) => {
    if (unhandled === undefined) unhandled = { reason };
  });
  delete globalThis.Graal;
  delete globalThis.Polyglot;
  delete globalThis.SharedArrayBuffer;
  delete globalThis.Atomics;
  delete globalThis.arguments;

  function expose(name, value) {
    define(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }

  if (fixedTime !== undefined) {
    const RealDate = Date;
    const FixedDate = function Date(...args) {
      if (new.target === undefined) return text(new RealDate(fixedTime));
      return construct(RealDate, args.length === 0 ? [fixedTime] : args, new.target === FixedDate ? RealDate : new.target);
    };
    FixedDate.prototype = RealDate.prototype;
    FixedDate.now = () => fixedTime;
    FixedDate.parse = RealDate.parse;
    FixedDate.UTC = RealDate.UTC;
    RealDate.prototype.constructor = FixedDate;
    expose('Date', FixedDate);
  }

  // ---- state of this execution ----

  let unhandled; // {reason} of the first promise that was rejected and not handled
  let settled; // what poll() answers once the handler's promise has settled: the JSON of finish(), or a failure
  let exported = {}; // module.exports

  /** What the host learns of a thrown value: four strings of bounded length. Getters may throw or lie; both end here. */
  function failure(kind, error) {
    let name = 'Error';
    let message;
    let stack = '';
    try {
      if (error !== null && (typeof error === 'object' || typeof error === 'function')) {
        const { name: n, message: m, stack: s } = error;
        if (typeof n === 'string' && n !== '') name = n;
        message = typeof m === 'string' ? m : inspect(error);
        if (typeof s === 'string') stack = s;
      } else {
        message = typeof error === 'string' ? error : inspect(error);
      }
    } catch {
      message = 'the thrown value cannot be read';
    }
    return [kind, cut(name, 128), cut(message, 4096), cut(stack, 8192)];
  }

  function cut(value, length) {
    return value.length > length ? apply(sliceText, value, [0, length]) : value;
  }

  // ---- timers: the host asks for the next one and fires it; one a turn, so that promises run between two ----

  const timers = { __proto__: null }; // id -> timer
  const mostTimers = 10000;
  let timerCount = 0;
  let lastTimer = 0;
  const immediates = 1;
  const delayed = 2;

  function Timeout(id) {
    this.id = id;
  }
  Timeout.prototype = {
    constructor: Timeout,
    ref() {
      if (timers[this.id] !== undefined) timers[this.id].holds = true;
      return this;
    },
    unref() {
      if (timers[this.id] !== undefined) timers[this.id].holds = false;
      return this;
    },
    hasRef() {
      return timers[this.id] !== undefined && timers[this.id].holds;
    },
    refresh() {
      const timer = timers[this.id];
      if (timer !== undefined) timer.due = now() + timer.delay;
      return this;
    },
    close() {
      remove(this.id);
      return this;
    },
    [Symbol.toPrimitive]() {
      return this.id;
    },
  };

  function addTimer(phase, callback, delay, args, repeats) {
    if (typeof callback !== 'function') {
      throw new TypeError('The "callback" argument must be of type function. Received ' + inspect(callback));
    }
    if (timerCount >= mostTimers) throw new RangeError('more than ' + mostTimers + ' timers are waiting');
    delay = number(delay);
    delay = phase === immediates ? 0 : delay >= 1 && delay <= 2147483647 ? delay : 1;
    const id = ++lastTimer;
    timers[id] = { phase, callback, args, delay, due: now() + delay, repeats, holds: true };
    timerCount++;
    return new Timeout(id);
  }

  function clear(timer) {
    const id = timer instanceof Timeout ? timer.id : timer;
    if (typeof id === 'number' || typeof id === 'string') remove(id);
  }

  function remove(id) {
    if (timers[id] === undefined) return;
    delete timers[id];
    timerCount--;
  }

  function nextTimer() {
    let next;
    let held = false;
    for (const id in timers) {
      const timer = timers[id];
      held = held || timer.holds;
      if (
        next === undefined ||
        timer.phase < timers[next].phase ||
        (timer.phase === timers[next].phase && timer.due < timers[next].due)
      ) {
        next = id;
      }
    }
    return held ? next : undefined;
  }

  expose('setTimeout', function setTimeout(callback, delay, ...args) {
    return addTimer(delayed, callback, delay, args, false);
  });
  expose('setInterval', function setInterval(callback, delay, ...args) {
    return addTimer(delayed, callback, delay, args, true);
  });
  expose('setImmediate', function setImmediate(callback, ...args) {
    return addTimer(immediates, callback, 0, args, false);
  });
  expose('clearTimeout', function clearTimeout(timer) {
    clear(timer);
  });
  expose('clearInterval', function clearInterval(timer) {
    clear(timer);
  });
  expose('clearImmediate', function clearImmediate(timer) {
    clear(timer);
  });
  const resolved = SafePromise.resolve();
  expose('queueMicrotask', function queueMicrotask(callback) {
    if (typeof callback !== 'function') {
      throw new TypeError('The "callback" argument must be of type function. Received ' + inspect(callback));
    }
    apply(then, resolved, [() => callback()]);
  });
  expose('global', globalThis);

  // ---- console ----

  /** Shows a value as Node's console does, to a depth of two and at most a hundred members. */
  function inspect(value, depth = 0, seen = []) {
    switch (typeof value) {
      case 'string':
        return depth === 0 ? value : "'" + value + "'";
      case 'function':
        return '[Function: ' + (value.name || '(anonymous)') + ']';
      case 'symbol':
        return apply(symbolText, value, []);
      case 'bigint':
        return text(value) + 'n';
      case 'object':
        break;
      default:
        return text(value);
    }
    if (value === null) return 'null';
    for (let i = 0; i < seen.length; i++) if (seen[i] === value) return '[Circular]';
    const tag = apply(tagOf, value, []);
    if (value instanceof Error) return typeof value.stack === 'string' ? value.stack : text(value);
    if (tag === '[object Date]') return apply(toISOString, value, []);
    if (tag === '[object RegExp]') return apply(regExpText, value, []);
    if (tag === '[object Promise]') return 'Promise {}';
    if (depth > 2) return isArray(value) ? '[Array]' : '[Object]';
    seen[seen.length] = value;
    const parts = [];
    const add = (part) => {
      if (parts.length < 100) parts[parts.length] = part;
    };
    let open = '{';
    let close = '}';
    if (isArray(value)) {
      open = '[';
      close = ']';
      for (let i = 0; i < min(value.length, 100); i++) add(inspect(value[i], depth + 1, seen));
    } else if (tag === '[object Map]') {
      open = 'Map {';
      apply(eachOfMap, value, [
        (v, k) => add(inspect(k, depth + 1, seen) + ' => ' + inspect(v, depth + 1, seen)),
      ]);
    } else if (tag === '[object Set]') {
      open = 'Set {';
      apply(eachOfSet, value, [(v) => add(inspect(v, depth + 1, seen))]);
    } else {
      const prototype = getPrototypeOf(value);
      const name = prototype === null ? '[Object: null prototype]' : prototype.constructor && prototype.constructor.name;
      if (typeof name === 'string' && name !== '' && name !== 'Object') open = name + ' {';
      const keys = ownKeys(value);
      for (let i = 0; i < min(keys.length, 100); i++) {
        const key = keys[i];
        add((typeof key === 'symbol' ? '[' + inspect(key) + ']' : key) + ': ' + inspect(value[key], depth + 1, seen));
      }
    }
    seen.length--;
    if (parts.length === 0) return open + close;
    return open + ' ' + apply(join, parts, [', ']) + ' ' + close;
  }

  function format(args) {
    let out = '';
    let next = 0;
    if (args.length > 1 && typeof args[0] === 'string') {
      const pieces = apply(splitText, args[0], ['%']);
      out = pieces[0];
      next = 1;
      for (let i = 1; i < pieces.length; i++) {
        const piece = pieces[i];
        const code = piece[0];
        const rest = apply(sliceText, piece, [1]);
        if (piece === '' && i + 1 < pieces.length) {
          out += '%' + pieces[++i];
        } else if (next < args.length && code !== undefined && apply(indexOfText, 'sdifjoOc', [code]) >= 0) {
          const arg = args[next++];
          if (code === 'd') out += typeof arg === 'object' ? 'NaN' : text(number(arg));
          else if (code === 'i') out += typeof arg === 'object' ? 'NaN' : text(parseInt(arg, 10));
          else if (code === 'f') out += text(parseFloat(arg));
          else if (code === 'j') out += stringify(arg);
          else if (code !== 'c') out += inspect(arg, code === 's' ? 0 : 1);
          out += rest;
        } else {
          out += '%' + piece;
        }
      }
    }
    for (let i = next; i < args.length; i++) out += (i === 0 ? '' : ' ') + inspect(args[i]);
    return out;
  }

  let indent = 0;
  function write(level, args) {
    host('console', level, apply(repeat, '  ', [indent]) + format(args));
  }
  const console = {
    log: (...args) => write('info', args),
    info: (...args) => write('info', args),
    debug: (...args) => write('debug', args),
    warn: (...args) => write('warn', args),
    error: (...args) => write('error', args),
    trace: (...args) => write('trace', args),
    dir: (value) => write('info', [value]),
    assert: (condition, ...args) => {
      if (!condition) write('error', ['Assertion failed:', ...args]);
    },
    group: (...args) => {
      if (args.length > 0) write('info', args);
      indent = min(indent + 1, 20);
    },
    groupEnd: () => {
      indent = max(indent - 1, 0);
    },
  };
  expose('console', console);

  // ---- modules ----

  function require(name) {
    const error = new Error("Cannot find module '" + text(name) + "'");
    error.code = 'MODULE_NOT_FOUND';
    throw error;
  }

  // ---- what a bootstrap script may use ----

  const kit = {
    /** Calls a host function with a JSON value and gives its JSON answer; a refusal becomes an Error of the guest. */
    call(name, argument) {
      const answer = host('call', name, stringify(argument));
      if (answer[0] === '!') throw new Error(apply(sliceText, answer, [1]));
      return parse(answer);
    },
    exports: (name) => typeof exported[name] === 'function',
    inspect,
  };

  let bootstrap;

  return {
    /** Hands over the function that makes the handler's arguments of the input. */
    prepare(script) {
      bootstrap = script(kit);
    },

    /** Runs the module and calls the handler. What it answers is asked with poll(), once the promise jobs have run. */
    start(input, module, handlerName) {
      try {
        const session = bootstrap(parse(input));
        const moduleObject = { exports: exported };
        apply(module, exported, [exported, require, moduleObject, console]);
        exported = moduleObject.exports;
        if (exported === null || (typeof exported !== 'object' && typeof exported !== 'function')) {
          settled = failure('module', new TypeError('module.exports must be an object with the handlers of the Action'));
          return;
        }
        const handler = exported[handlerName];
        if (handler === undefined) {
          settled = failure('handler', new TypeError('exports.' + handlerName + ' is not defined'));
          return;
        }
        if (typeof handler !== 'function' || getPrototypeOf(handler) !== AsyncFunction) {
          settled = failure(
            'handler',
            new TypeError('exports.' + handlerName + ' must be an async function: async (event, api) => {…}'),
          );
          return;
        }
        apply(then, apply(handler, exported, session.args), [
          () => {
            try {
              settled = session.finish();
            } catch (error) {
              settled = failure('thrown', error);
            }
          },
          (error) => {
            settled = failure('thrown', error);
          },
        ]);
      } catch (error) {
        settled = failure('thrown', error);
      }
    },

    /** The outcome; or the milliseconds until the next timer; or undefined where nothing is left to run. */
    poll() {
      if (unhandled !== undefined) return failure('unhandled', unhandled.reason);
      if (settled !== undefined) return settled;
      const next = nextTimer();
      return next === undefined ? undefined : max(0, timers[next].due - now());
    },

    /** Runs the timer that is due next. */
    fire() {
      const id = nextTimer();
      const timer = timers[id];
      if (timer.repeats) timer.due = now() + timer.delay;
      else remove(id);
      try {
        apply(timer.callback, undefined, timer.args);
      } catch (error) {
        if (settled === undefined) settled = failure('thrown', error);
      }
    },
  };
});
