// expect: returned
});
const stolen = [];
for (const name of ['args', 'finish', 'emit', 'call', 'exports']) {
  Object.defineProperty(Object.prototype, name, {
    configurable: true,
    set(value) {
      stolen.push(value);
    },
  });
}
JSON.stringify = JSON.parse = () => 'stolen';
(function (exports) {
  exports.onTest = async (event, api) => {
    if (stolen.length > 0 || typeof api.emit !== 'function') throw new Error('saw the making of the arguments');
    api.emit(typeof kit + typeof host + typeof fixedTime);
    for (const name of ['kit', 'host', 'fixedTime', 'timers', 'session', 'settled']) {
      if (eval('typeof ' + name) !== 'undefined') throw new Error(name);
    }
  };
