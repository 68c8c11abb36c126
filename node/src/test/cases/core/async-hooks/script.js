const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId } = require('async_hooks');

const later = () => new Promise((resolve) => setTimeout(resolve, 1));

exports.run = async () => {
  const storage = new AsyncLocalStorage();
  const other = new AsyncLocalStorage();
  const get = () => storage.getStore() ?? 'none';

  const synchronous = [get(), storage.run('a', () => [get(), storage.run('b', get), storage.exit(get), get()]), get()];

  const awaited = await storage.run('a', async () => {
    const seen = [get()];
    await later();
    seen.push(get());
    await 5;
    seen.push(get());
    seen.push(
      await storage.run('b', async () => {
        await later();
        return get();
      }),
    );
    seen.push(get());
    return seen;
  });
  const after = get();

  const callbacks = [];
  const wait = storage.run('c', () => {
    setTimeout(() => callbacks.push(`timeout ${get()}`), 1);
    setImmediate(() => callbacks.push(`immediate ${get()}`));
    queueMicrotask(() => callbacks.push(`microtask ${get()}`));
    process.nextTick(() => callbacks.push(`tick ${get()}`));
    return { promise: later().then(() => later()).then(() => callbacks.push(`then ${get()}`)) };
  });
  const outside = get();
  await wait.promise;
  callbacks.sort();

  const sideBySide = await Promise.all(
    ['x', 'y'].map((value) => storage.run(value, () => later().then(() => later()).then(get))),
  );

  const nested = await other.run(1, () =>
    storage.run('d', async () => {
      await later();
      return [other.getStore(), get()];
    }),
  );

  const resource = storage.run('e', () => new AsyncResource('Acme'));
  const bound = storage.run('f', () => AsyncResource.bind((value) => [value, get()]));
  const snapshot = storage.run('g', () => AsyncLocalStorage.snapshot());
  const failed = await storage
    .run('h', async () => {
      await later();
      throw new Error(`failed in ${get()}`);
    })
    .catch((error) => [error.message, get()]);

  const entered = await (async () => {
    storage.enterWith('i');
    return get();
  })();

  return {
    synchronous,
    awaited,
    after,
    callbacks,
    outside,
    sideBySide,
    nested,
    resource: [resource.runInAsyncScope(get), resource.runInAsyncScope((a, b) => a + b, null, 1, 2), typeof resource.asyncId()],
    bound: bound(1),
    snapshot: snapshot(get),
    failed,
    entered,
    hook: typeof createHook({}).enable().disable,
    id: typeof executionAsyncId(),
  };
};
