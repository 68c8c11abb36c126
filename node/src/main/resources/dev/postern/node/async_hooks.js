// Values that go along with asynchronous work. Callbacks of promises, timers and the like keep theirs exactly. What goes
// on after an await is told by nobody here, so it is taken to belong to the innermost run whose promise has not settled;
// where several runs are under way that have different values, asking throws, lest one gets the value of another.

const { checkFunction, checkString, coded } = require('./calls/errors.js');

const outside = { parent: undefined, values: new Map() }; // the frame of what no run is around
const pending = new Set(); // frames of runs whose promise has not settled
let current; // the frame of the code that runs now, where that is known

const { then } = Promise.prototype;
const resolved = Promise.resolve();

function within(frame, work, self, args) {
  const before = current;
  current = frame;
  try {
    return Reflect.apply(work, self, args);
  } finally {
    current = before;
  }
}

/** The frames that the code may belong to: more than one where an await was and runs go on side by side. */
function candidates() {
  if (current !== undefined) return [current];
  const inner = new Set(pending);
  for (const frame of pending) for (let up = frame.parent; up !== undefined; up = up.parent) inner.delete(up);
  return inner.size > 0 ? [...inner] : [outside];
}

/** What frames have in common. */
function shared(frames) {
  if (frames.length === 1) return frames[0];
  const same = ([storage, store]) => frames.every(({ values }) => values.get(storage) === store);
  return { parent: undefined, values: new Map([...frames[0].values].filter(same)) };
}

/** Fixes the frame for the rest of a turn that began without one. */
function fix() {
  if (current !== undefined) return;
  current = shared(candidates());
  then.call(resolved, () => {
    current = undefined;
  });
}

function bound(callback) {
  if (typeof callback !== 'function' || current === undefined) return callback;
  const frame = current;
  return function (...args) {
    return within(frame, callback, this, args);
  };
}

// From here on, for this module was asked for.
Object.defineProperty(Promise.prototype, 'then', {
  value: function (fulfilled, rejected) {
    return then.call(this, bound(fulfilled), bound(rejected));
  },
  writable: true,
  configurable: true,
});
for (const [owner, name] of [
  [globalThis, 'setTimeout'],
  [globalThis, 'setInterval'],
  [globalThis, 'setImmediate'],
  [globalThis, 'queueMicrotask'],
  [process, 'nextTick'],
]) {
  const original = owner[name];
  owner[name] = Object.defineProperty((callback, ...args) => original(bound(callback), ...args), 'name', { value: name });
}

const isPlainPromise = (value) => value instanceof Promise && Object.getPrototypeOf(value) === Promise.prototype;

function enter(storage, store, work, args) {
  checkFunction('callback', work);
  fix();
  const frame = { parent: current, values: new Map(current.values).set(storage, store) };
  const result = within(frame, work, undefined, args);
  if (!isPlainPromise(result)) return result;
  pending.add(frame);
  return then.call(
    result,
    (value) => {
      pending.delete(frame);
      return value;
    },
    (reason) => {
      pending.delete(frame);
      throw reason;
    },
  );
}

class AsyncLocalStorage {
  static bind(work) {
    checkFunction('fn', work);
    fix();
    return bound(work);
  }

  static snapshot() {
    return AsyncLocalStorage.bind((work, ...args) => work(...args));
  }

  getStore() {
    const [first, ...others] = candidates().map(({ values }) => values.get(this));
    if (others.some((other) => other !== first)) {
      const message = 'AsyncLocalStorage cannot tell, after an await, which of several runs at a time the code belongs to';
      throw coded(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message);
    }
    return first;
  }

  run(store, callback, ...args) {
    return enter(this, store, callback, args);
  }

  exit(callback, ...args) {
    return enter(this, undefined, callback, args);
  }

  enterWith(store) {
    for (const { values } of candidates()) values.set(this, store);
  }

  disable() {
    for (const { values } of [outside, ...pending, ...candidates()]) values.delete(this);
  }
}

let lastId = 1;

class AsyncResource {
  #frame;
  #id = ++lastId;

  constructor(type) {
    checkString('type', type);
    fix();
    this.#frame = current;
  }

  static bind(work, type, self) {
    return new AsyncResource(type || work.name || 'bound-anonymous-fn').bind(work, self);
  }

  runInAsyncScope(work, self, ...args) {
    return within(this.#frame, work, self, args);
  }

  bind(work, self) {
    checkFunction('fn', work);
    const frame = this.#frame;
    return function (...args) {
      return within(frame, work, self === undefined ? this : self, args);
    };
  }

  emitDestroy() {
    return this;
  }

  asyncId() {
    return this.#id;
  }

  triggerAsyncId() {
    return 1;
  }
}

/** Hooks are taken and never called: nothing here tells of the engine's work. */
function createHook() {
  const hook = { enable: () => hook, disable: () => hook };
  return hook;
}

module.exports = {
  AsyncLocalStorage,
  AsyncResource,
  createHook,
  executionAsyncId: () => 1,
  triggerAsyncId: () => 0,
  executionAsyncResource: () => ({}),
};
