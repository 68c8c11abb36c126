exports.onTest = async (event, api) => {
  await new Promise((resolve) => {
    setTimeout(() => api.emit('30'), 30);
    setTimeout(() => api.emit('10'), 10);
    setTimeout(() => api.emit('20 first'), 20);
    setTimeout(() => api.emit('20 second'), 20);
    setTimeout(resolve, 40);
  });
};
