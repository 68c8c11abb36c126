exports.onTest = async (event, api) => {
  let late = false;
  setTimeout(() => {
    late = true;
  }, 1);
  while (!late) await new Promise((resolve) => setImmediate(resolve));
  api.emit('the timeout fired');
};
