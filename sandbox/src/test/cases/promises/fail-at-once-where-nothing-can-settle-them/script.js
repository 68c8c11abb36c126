exports.onTest = async (event, api) => {
  api.emit('before');
  await new Promise(() => {});
};
