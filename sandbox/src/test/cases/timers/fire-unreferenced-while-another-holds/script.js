exports.onTest = async (event, api) => {
  setTimeout(() => api.emit('unreferenced'), 1).unref();
  await new Promise((resolve) => setTimeout(resolve, 10));
};
