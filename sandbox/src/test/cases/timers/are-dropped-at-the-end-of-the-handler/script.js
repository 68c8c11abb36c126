exports.onTest = async (event, api) => {
  setTimeout(() => {
    api.emit('too late');
    console.log('too late');
  }, 1);
  setInterval(() => console.log('too late'), 1);
  setImmediate(() => console.log('too late'));
  api.emit('end');
};
