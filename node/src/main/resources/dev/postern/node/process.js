// What Actions see of a process: constants, a clock and nextTick. There is none to end, signal or look into.

const millis = () => Date.now() - started;
const started = Date.now();

function hrtime(since) {
  const now = millis();
  const time = [Math.floor(now / 1000), (now % 1000) * 1e6];
  if (since === undefined) return time;
  const nanos = time[1] - since[1];
  return nanos < 0 ? [time[0] - since[0] - 1, nanos + 1e9] : [time[0] - since[0], nanos];
}
hrtime.bigint = () => BigInt(millis()) * 1000000n;

const stream = (fd, level) => ({
  fd,
  isTTY: false,
  write(text) {
    host.write(level, `${text}`.replace(/\n$/, ''));
    return true;
  },
});

const none = function () {
  return this;
};

exports.process = {
  title: 'node',
  version: 'v22.0.0',
  versions: { node: '22.0.0' },
  release: { name: 'node' },
  platform: 'linux',
  arch: 'x64',
  pid: 1,
  env: {},
  argv: ['node', 'action'],
  argv0: 'node',
  execArgv: [],
  execPath: 'node',
  stdout: stream(1, 'log'),
  stderr: stream(2, 'error'),
  features: {},
  config: { variables: {} },
  hrtime,
  uptime: () => millis() / 1000,
  cwd: () => '/',
  umask: () => 0o22,
  memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
  nextTick: (callback, ...args) => queueMicrotask(() => callback(...args)),
  emitWarning: (warning) => console.warn(typeof warning === 'object' ? `${warning}` : `Warning: ${warning}`),
  binding: (name) => {
    throw new Error(`No such module: ${name}`);
  },
  // Listeners are never called: Postern ends an Action whose promise nobody handles.
  on: none,
  once: none,
  off: none,
  addListener: none,
  removeListener: none,
  removeAllListeners: none,
  prependListener: none,
  emit: () => false,
  listeners: () => [],
  listenerCount: () => 0,
};
Object.defineProperty(exports.process, Symbol.toStringTag, { value: 'process', configurable: true });
