// What the host steps: it takes the bootstrap and the input, runs the module, calls the handler, and is asked what came of it.

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
      message = (typeof m === 'string' ? m : inspect(error)) + causes(error);
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

// What a bootstrap may use.
const kit = {
  /** Calls a host function with a JSON value and gives its JSON answer. */
  call: (name, argument) => callHost(name, argument).value,
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

const driver = {
  /** Takes the globals of the platform and the bootstrap. Up to here nothing depends on the execution. */
  install(bootstrap, globals) {
    installGlobals(globals);
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

  /**
   * The outcome; or the milliseconds until the next timer, without end where only the host can go on; or undefined
   * where nothing is left to run.
   */
  poll() {
    if (unhandled !== undefined) return failure('unhandled', unhandled.reason);
    if (settled !== undefined) return settled;
    const next = nextTimer();
    if (next !== undefined) return max(0, timers[next].due - now());
    return callCount > 0 ? Infinity : undefined;
  },

  /** Gives the answer to a call that was started. */
  settle: settleCall,

  keepThrown(reason) {
    thrown = { reason };
  },

  /** The names that a CommonJS file exports, or a module of the platform. */
  exportsOf(kind, path, file) {
    const names = [];
    let all = [];
    try {
      const { exports } = kind === 'PLATFORM' ? platformFile(file) : loaded(kind, path);
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
