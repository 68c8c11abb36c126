// expect: returned
exports.onTest = async (event, api) => {
  Object.setPrototypeOf(api, { toString: () => 'evil' });
  delete api.call;
  api.emit = api.emit.bind(api);
  Object.freeze(api);
  Object.freeze(event);
  Object.freeze(globalThis.console);
  Object.preventExtensions(exports);
  module.exports = null;
  exports.onTest = undefined;
  api.emit('still here');
};
