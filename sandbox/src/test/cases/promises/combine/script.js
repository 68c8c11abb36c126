exports.onTest = async (event, api) => {
  const wait = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
  api.emit(await Promise.all([wait(2, 'a'), wait(1, 'b'), 'c']));
  api.emit(await Promise.race([wait(20, 'slow'), wait(1, 'fast')]));
  api.emit(await Promise.any([Promise.reject(new Error('x')), wait(1, 'any')]));
  const settled = await Promise.allSettled([wait(1, 1), Promise.reject(new Error('no'))]);
  api.emit(settled.map((s) => s.value ?? s.reason.message));
  const { promise, resolve } = Promise.withResolvers();
  setImmediate(resolve, 'resolved');
  api.emit(await promise);
  for await (const x of (async function* () { yield 1; yield wait(1, 2); })()) api.emit(x);
};
