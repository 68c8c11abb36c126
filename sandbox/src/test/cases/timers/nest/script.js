exports.onTest = async (event, api) => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  setTimeout(() => {
    api.emit('outer');
    setTimeout(() => api.emit('inner'), 1);
  }, 1);
  await wait(20);
  api.emit('end');
};
