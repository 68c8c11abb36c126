exports.onTest = async (event, api) => {
  const twice = { then(resolve, reject) { resolve('first'); reject(new Error('second')); resolve('third'); } };
  api.emit(await twice);
  const throws = { then(resolve) { resolve('kept'); throw new Error('after'); } };
  api.emit(await throws);
  const own = { then: (resolve) => resolve(1) };
  api.emit(await own);
  let self;
  self = new Promise((resolve) => setImmediate(() => resolve(self)));
  await self.catch((error) => api.emit(error.name));
};
