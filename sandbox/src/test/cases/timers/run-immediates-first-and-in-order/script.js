exports.onTest = async (event, api) => {
  await new Promise((resolve) => {
    setTimeout(() => console.log('timeout'), 0);
    setImmediate(() => {
      api.emit('immediate 1');
      setImmediate(() => api.emit('nested immediate'));
    });
    setImmediate(() => api.emit('immediate 2'));
    setTimeout(resolve, 50);
  }).then(() => api.emit('end'));
};
