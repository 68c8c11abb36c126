exports.onTest = async (event, api) => {
  setTimeout(() => {
    api.emit('timer 1');
    Promise.resolve().then(() => api.emit('promise of timer 1'));
  }, 1);
  setTimeout(() => api.emit('timer 2'), 1);
  await new Promise((resolve) => setTimeout(resolve, 2));
};
