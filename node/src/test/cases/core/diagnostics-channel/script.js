const diagnostics = require('node:diagnostics_channel');
const { AsyncLocalStorage } = require('async_hooks');
const { performance, PerformanceObserver } = require('perf_hooks');

exports.run = async () => {
  const told = [];
  const channel = diagnostics.channel('acme:login');
  const listener = (message, name) => told.push([name, message.user]);
  const before = channel.hasSubscribers;
  channel.publish({ user: 'nobody hears' });
  diagnostics.subscribe('acme:login', listener);
  channel.publish({ user: 'Ann' });
  const during = [channel.hasSubscribers, diagnostics.hasSubscribers('acme:login'), diagnostics.hasSubscribers('other')];
  const unsubscribed = [channel.unsubscribe(listener), channel.unsubscribe(listener), channel.hasSubscribers];

  const storage = new AsyncLocalStorage();
  channel.bindStore(storage, ({ user }) => user.toUpperCase());
  const stored = channel.runStores({ user: 'Bob' }, (n) => [storage.getStore(), n], null, 7);

  const events = [];
  const tracing = diagnostics.tracingChannel('acme');
  const on = (name) => (context) => events.push([name, context.id, context.result, context.error?.message]);
  const handlers = Object.fromEntries(['start', 'end', 'asyncStart', 'asyncEnd', 'error'].map((name) => [name, on(name)]));
  tracing.subscribe(handlers);
  tracing.traceSync((n) => n + 1, { id: 1 }, null, 1);
  await tracing.tracePromise(async () => 'done', { id: 2 });
  await new Promise((resolve) => tracing.traceCallback((n, done) => setImmediate(done, null, n), -1, { id: 3 }, null, 5, resolve));
  try {
    tracing.traceSync(() => {
      throw new Error('boom');
    }, { id: 4 });
  } catch (error) {
    events.push(['thrown', error.message]);
  }
  let failure;
  try {
    diagnostics.channel(1);
  } catch (error) {
    failure = [error.name, error.code];
  }
  return {
    before,
    during,
    told,
    unsubscribed,
    stored,
    events,
    silenced: tracing.unsubscribe(handlers),
    same: diagnostics.channel('acme:login') === channel,
    failure,
    clock: [performance === globalThis.performance, typeof performance.now(), typeof PerformanceObserver],
  };
};
