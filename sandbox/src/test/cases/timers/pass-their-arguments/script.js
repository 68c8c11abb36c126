exports.onTest = async (event, api) => {
  await new Promise((resolve) => {
    setTimeout((...args) => api.emit(['timeout', ...args]), 1, 'a', 1, null);
    setImmediate((...args) => api.emit(['immediate', ...args]), 'b', 2);
    setTimeout(resolve, 3, 'resolved');
  }).then((value) => api.emit(value));
};
