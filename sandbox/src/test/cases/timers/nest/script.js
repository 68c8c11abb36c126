exports.onTest = async (event, api) => {
  await new Promise((resolve) => {
    setTimeout(() => {
      api.emit('outer');
      setTimeout(() => {
        api.emit('inner');
        resolve();
      }, 1);
    }, 1);
  });
  api.emit('end');
};
