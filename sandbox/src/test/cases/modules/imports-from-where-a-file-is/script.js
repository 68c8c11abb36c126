exports.onTest = async (event, api) => {
  api.emit(await require('pkg').load());
  api.emit((await import('./local.mjs')).default);
  api.emit(await require('pkg').load().then((value) => value + ' again'));
};
