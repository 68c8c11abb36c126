// attack: 36 code outside the module
// expect: completed
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
  exports.onExecutePostLogin = async (event, api) => {
    if (stolen.length > 0 || typeof api.access.deny !== 'function') throw new Error('saw the making of the arguments');
    api.idToken.setCustomClaim('emitted', typeof kit + typeof host + typeof fixedTime);
    for (const name of ['kit', 'host', 'fixedTime', 'timers', 'session', 'settled']) {
      if (eval('typeof ' + name) !== 'undefined') throw new Error(name);
    }
  };
