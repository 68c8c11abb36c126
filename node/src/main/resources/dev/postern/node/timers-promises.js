// Timers that give promises, with an AbortSignal that ends the wait.

const abortError = (signal) => {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
};

function wait(start, stop, value, signal) {
  if (signal?.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    const abort = () => {
      stop(timer);
      reject(abortError(signal));
    };
    const timer = start(() => {
      signal?.removeEventListener('abort', abort);
      resolve(value);
    });
    signal?.addEventListener('abort', abort, { once: true });
  });
}

const delayed = (delay, value, options) =>
  wait((done) => setTimeout(done, delay), clearTimeout, value, options?.signal);

exports.setTimeout = delayed;
exports.setImmediate = (value, options) => wait((done) => setImmediate(done), clearImmediate, value, options?.signal);
exports.setInterval = async function* (delay, value, options) {
  for (;;) yield delayed(delay, value, options);
};
exports.scheduler = {
  wait: (delay, options) => delayed(delay, undefined, options),
  yield: () => exports.setImmediate(),
};
