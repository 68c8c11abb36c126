exports.onTest = async (event, api) => {
  const { then } = Promise.prototype;
  Promise.prototype.then = function () {
    console.log('patched then');
    return then.apply(this, arguments);
  };
  Promise.prototype.constructor = function () {
    console.log('patched constructor');
  };
  Promise.resolve = () => console.log('patched resolve');
  globalThis.Promise = undefined;
  api.emit('end');
};
