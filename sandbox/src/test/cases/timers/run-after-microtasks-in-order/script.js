exports.onTest = async (event, api) => {
  setTimeout(() => api.emit('timeout'), 0);
  setImmediate(() => api.emit('immediate'));
  queueMicrotask(() => api.emit('microtask 1'));
  Promise.resolve().then(() => api.emit('promise'));
  queueMicrotask(() => {
    api.emit('microtask 2');
    queueMicrotask(() => api.emit('microtask 3'));
  });
  api.emit('sync');
  await new Promise((resolve) => setTimeout(resolve, 5));
};
