exports.onTest = async (event, api) => {
  const rejected = Promise.reject(new Error('handled'));
  await null;
  await null;
  rejected.catch((error) => api.emit(error.message));
  await null;
};
