// expect: returned
exports.onTest = async (event, api) => {
  globalThis.late = (value) => api.emit(value);
  setTimeout(() => late('timer'), 0);
  setImmediate(() => late('immediate'));
  Promise.resolve().then(() => Promise.resolve()).then(() => Promise.resolve()).then(() => late('microtask'));
  api.emit({ toJSON: () => (api.emit('inside of its own reading'), 'json') });
};
