// The first code of every context. It takes the powers of the engine away from the global object, puts the
// globals of an Action there, and returns the driver that the host steps. It runs before any tenant code and keeps
// what it needs of the language in constants, so that a patched prototype cannot change how an Action is run.
//
// hostLine(name, text, text) -> text   is the only way out; it takes and gives strings. It throws nothing of its own, but
// the stack may end while the engine is between guest and host.
(function (hostLine) {
  'use strict';

  const { apply, construct, defineProperty, getPrototypeOf, ownKeys, set } = Reflect;
  const { parse, stringify } = JSON;
  const { isArray } = Array;
  const SafePromise = Promise;
  const SafeError = Error;
  const { then } = Promise.prototype;
  const { slice: sliceText, indexOf: indexOfText, lastIndexOf: lastIndexOfText, split: splitText, repeat } = String.prototype;
  const { join } = Array.prototype;
  const { toString: tagOf } = Object.prototype;
  const { toISOString, getTime } = Date.prototype;
  const { isNaN, parseInt: parseInteger, parseFloat: parseNumber } = Number;
  const { toString: regExpText } = RegExp.prototype;
  const { toString: symbolText } = Symbol.prototype;
  const { forEach: eachOfMap } = Map.prototype;
  const { forEach: eachOfSet } = Set.prototype;
  const { now } = Date;
  const { max, min } = Math;
  const AsyncFunction = getPrototypeOf(async function () {});
  const text = String;
  const number = Number;

  // ---- what the engine offers and an Action must not have ----

  Graal.setUnhandledPromiseRejectionHandler((reason) => {
    if (unhandled === undefined) unhandled = { reason };
  });
  delete globalThis.Graal;
  delete globalThis.Polyglot;
  delete globalThis.SharedArrayBuffer;
  delete globalThis.Atomics;
  delete globalThis.arguments;

  function stopTheClock(fixedTime) {
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
    globalThis.Date = FixedDate;
  }

  /** What ends between guest and host is no object the guest may hold. */
  function host(kind, name, argument) {
    try {
      return hostLine(kind, name, argument);
    } catch {
      throw new RangeError('Maximum call stack size exceeded');
    }
  }

  // ---- state of this execution ----

  let unhandled; // {reason} of the first promise that was rejected and not handled
  let settled; // what poll() answers once the handler's promise has settled: the JSON of finish(), or a failure
  let exported = {}; // module.exports
  let entry; // name of the module that has the handler
  let place; // how a frame of the module says where it is

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
    return value.length > length ? apply(sliceText, value, [0, length - 1]) + '…' : value;
  }

  // ---- timers: the host asks for the next one and fires it; one a turn, so that promises run between two ----

  const timers = { __proto__: null }; // id -> timer
  const mostTimers = 10000;
  let timerCount = 0;
  let lastTimer = 0;
  let inImmediate = false; // whether this turn is that of an immediate

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

  function addTimer(callback, delay, args, repeats, immediate) {
    if (typeof callback !== 'function') {
      throw new TypeError('The "callback" argument must be of type function. Received ' + inspect(callback));
    }
    if (timerCount >= mostTimers) throw new RangeError('more than ' + mostTimers + ' timers are waiting');
    delay = number(delay);
    delay = delay >= 1 && delay <= 2147483647 ? delay : 1;
    // An immediate comes before all timeouts; one set by an immediate, only before those that are not due yet.
    const due = !immediate ? now() + delay : inImmediate ? now() : 0;
    const id = ++lastTimer;
    timers[id] = { callback, args, delay, due, repeats, immediate, holds: true };
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
      if (next === undefined || timer.due < timers[next].due) next = id;
    }
    return held ? next : undefined;
  }

  globalThis.setTimeout = function setTimeout(callback, delay, ...args) {
    return addTimer(callback, delay, args, false, false);
  };
  globalThis.setInterval = function setInterval(callback, delay, ...args) {
    return addTimer(callback, delay, args, true, false);
  };
  globalThis.setImmediate = function setImmediate(callback, ...args) {
    return addTimer(callback, 0, args, false, true);
  };
  globalThis.clearTimeout = function clearTimeout(timer) {
    clear(timer);
  };
  globalThis.clearInterval = function clearInterval(timer) {
    clear(timer);
  };
  globalThis.clearImmediate = function clearImmediate(timer) {
    clear(timer);
  };
  const resolved = SafePromise.resolve();
  globalThis.queueMicrotask = function queueMicrotask(callback) {
    if (typeof callback !== 'function') {
      throw new TypeError('The "callback" argument must be of type function. Received ' + inspect(callback));
    }
    apply(then, resolved, [() => callback()]);
  };
  globalThis.global = globalThis;

  // ---- console ----

  /** Shows a value as Node's console does; one whose getters throw, or that is a revoked proxy, is no reason to fail. */
  function inspect(value) {
    try {
      return shown(value, 0, []);
    } catch {
      return '[unreadable]';
    }
  }

  /** To a depth of two and at most a hundred members. */
  function shown(value, depth, seen) {
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
    if (tag === '[object Date]') return isNaN(apply(getTime, value, [])) ? 'Invalid Date' : apply(toISOString, value, []);
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
      for (let i = 0; i < min(value.length, 100); i++) add(shown(value[i], depth + 1, seen));
    } else if (tag === '[object Map]') {
      open = 'Map {';
      apply(eachOfMap, value, [
        (v, k) => add(shown(k, depth + 1, seen) + ' => ' + shown(v, depth + 1, seen)),
      ]);
    } else if (tag === '[object Set]') {
      open = 'Set {';
      apply(eachOfSet, value, [(v) => add(shown(v, depth + 1, seen))]);
    } else {
      const prototype = getPrototypeOf(value);
      const name = prototype === null ? '[Object: null prototype]' : prototype.constructor && prototype.constructor.name;
      if (typeof name === 'string' && name !== '' && name !== 'Object') open = name + ' {';
      const keys = ownKeys(value);
      for (let i = 0; i < min(keys.length, 100); i++) {
        const key = keys[i];
        add((typeof key === 'symbol' ? '[' + inspect(key) + ']' : key) + ': ' + shown(value[key], depth + 1, seen));
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
          out += converted(code, args[next++]) + rest;
        } else {
          out += '%' + piece;
        }
      }
    }
    for (let i = next; i < args.length; i++) out += (i === 0 ? '' : ' ') + inspect(args[i]);
    return out;
  }

  function converted(code, arg) {
    try {
      if (code === 'd') return typeof arg === 'object' ? 'NaN' : text(number(arg));
      if (code === 'i') return typeof arg === 'object' ? 'NaN' : text(parseInteger(arg, 10));
      if (code === 'f') return text(parseNumber(arg));
      if (code === 'j') return text(stringify(arg));
      if (code === 'c') return '';
    } catch {
      return '[unreadable]';
    }
    return typeof arg === 'string' && code !== 's' ? "'" + arg + "'" : inspect(arg);
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
  globalThis.console = console;

  // ---- modules ----

  const modules = { __proto__: null }; // path -> module, of what was loaded in this execution

  function parentOf(path) {
    const slash = apply(lastIndexOfText, path, ['/']);
    return slash < 0 ? '' : apply(sliceText, path, [0, slash]);
  }

  function notFound(name) {
    const error = new Error("Cannot find module '" + name + "'");
    error.code = 'MODULE_NOT_FOUND';
    return error;
  }

  /** The name without a version behind it, which Rules could have. */
  function withoutVersion(name) {
    const at = apply(indexOfText, name, ['@', 1]);
    if (at < 0) return name;
    const slash = apply(indexOfText, name, ['/', at]);
    const plain = apply(sliceText, name, [0, at]) + (slash < 0 ? '' : apply(sliceText, name, [slash]));
    write('warn', ["require('" + name + "') takes the version that is installed, as require('" + plain + "') does"]);
    return plain;
  }

  function requireIn(folder) {
    function find(name) {
      if (typeof name !== 'string' || name === '') {
        throw new TypeError('The "id" argument must be a non-empty string. Received ' + inspect(name));
      }
      const found = host('find', folder, name);
      const other = found === '' ? withoutVersion(name) : name;
      const again = other === name ? found : host('find', folder, other);
      if (again === '') throw notFound(name);
      if (again[0] === '!') throw new SafeError(apply(sliceText, again, [1]));
      return again;
    }
    function require(name) {
      const found = find(name);
      const colon = apply(indexOfText, found, [':']);
      return loaded(apply(sliceText, found, [0, colon]), apply(sliceText, found, [colon + 1])).exports;
    }
    require.resolve = function resolve(name) {
      const found = find(name);
      return '/' + apply(sliceText, found, [apply(indexOfText, found, [':']) + 1]);
    };
    return require;
  }

  function loaded(kind, path) {
    let module = modules[path];
    if (module !== undefined) return module;
    const folder = parentOf(path);
    const filename = '/' + path;
    module = { id: filename, path: '/' + folder, exports: {}, filename, loaded: false, children: [], paths: [] };
    modules[path] = module;
    try {
      if (kind === 'JSON') module.exports = parse(host('text', path, ''));
      else if (kind === 'ESM') module.exports = fromHost('import', path);
      else {
        const code = fromHost('module', path);
        const { exports } = module;
        apply(code, exports, [exports, requireIn(folder), module, console, filename, '/' + folder]);
      }
      module.loaded = true;
    } catch (error) {
      delete modules[path];
      throw error;
    }
    return module;
  }

  /** A module that the host has loaded; what its own code throws in loading passes through. */
  function fromHost(kind, path) {
    const answer = hostLine(kind, path, '');
    if (answer === '') {
      const { reason } = thrown;
      thrown = undefined;
      throw reason;
    }
    if (typeof answer === 'string') throw new SafeError(apply(sliceText, answer, [1]));
    return answer;
  }

  let thrown; // {reason}: what the module that was loaded last has thrown
  const imported = { __proto__: null }; // path -> {exports} or {error}, of CommonJS files that ECMAScript modules import

  // For the modules that the sandbox writes around those files. It gives what was loaded for them, and loads nothing.
  defineProperty(globalThis, Symbol.for('commonjs.exports'), {
    __proto__: null,
    value: (path) => {
      const found = typeof path === 'string' ? imported[path] : undefined;
      if (found === undefined) return undefined;
      if (found.failed) throw found.error;
      return found.exports;
    },
  });

  // ---- what a bootstrap script may use ----

  const kit = {
    /** Calls a host function with a JSON value and gives its JSON answer; a refusal becomes an Error of the guest. */
    call(name, argument) {
      const json = stringify(argument);
      if (json === undefined) throw new TypeError('the argument of ' + name + ' is not a JSON value');
      const answer = host('call', name, json);
      if (answer[0] === '!') throw new Error(apply(sliceText, answer, [1]));
      return parse(answer);
    },
    exports: (name) => typeof exported[name] === 'function',
    inspect,
    /** The line of the module that the innermost call from it is in, or 0. It costs more than most calls do. */
    line() {
      const frames = SafeError.stackTraceLimit;
      set(SafeError, 'stackTraceLimit', 1); // of trusted code no frame is shown
      const { stack } = new SafeError();
      set(SafeError, 'stackTraceLimit', frames);
      const at = typeof stack === 'string' ? apply(indexOfText, stack, [place]) : -1;
      return at < 0 ? 0 : parseInteger(apply(sliceText, stack, [at + place.length, at + place.length + 9]), 10);
    },
  };

  let makeSession; // of the bootstrap: gives {args, finish} for an input
  let session;

  return {
    /** Takes the bootstrap. Up to here nothing depends on the execution, so it can be done ahead. */
    install(bootstrap) {
      makeSession = bootstrap(kit);
    },

    /** Has the bootstrap make the handler's arguments: before the module is so much as evaluated. */
    begin(input, moduleName, fixedTime) {
      entry = moduleName;
      place = moduleName + ':';
      if (fixedTime !== undefined) stopTheClock(fixedTime);
      session = makeSession(parse(input));
    },

    /** Runs the module and calls the handler. What it answers is asked with poll(), once the promise jobs have run. */
    start(module, handlerName) {
      try {
        const moduleObject = { exports: exported };
        apply(module, exported, [exported, requireIn(''), moduleObject, console, '/' + entry, '/']);
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

    keepThrown(reason) {
      thrown = { reason };
    },

    /** The names that a CommonJS file exports. */
    exportsOf(kind, path) {
      const names = [];
      let all = [];
      try {
        const { exports } = loaded(kind, path);
        imported[path] = { __proto__: null, exports, failed: false };
        if (exports === null || (typeof exports !== 'object' && typeof exports !== 'function')) return names;
        all = ownKeys(exports);
      } catch (error) {
        imported[path] = { __proto__: null, error, failed: true };
      }
      for (let i = 0; i < all.length; i++) if (typeof all[i] === 'string' && all[i] !== 'default') names[names.length] = all[i];
      return names;
    },

    /** Runs the timer that is due next. */
    fire() {
      const id = nextTimer();
      const timer = timers[id];
      inImmediate = timer.immediate;
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
