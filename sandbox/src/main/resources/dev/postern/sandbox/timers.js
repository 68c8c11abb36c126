// Timers: the host asks for the next one and fires it; one a turn, so that promises run between two.

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
  return held || callCount > 0 ? next : undefined;
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
