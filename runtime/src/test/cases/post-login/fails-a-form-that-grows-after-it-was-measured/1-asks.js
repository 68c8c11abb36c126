// semantics 65: a toJSON that gives more each time gets no larger form past the limit
exports.onExecutePostLogin = async (event, api) => {
  let times = 0;
  Object.prototype.toJSON = function () {
    return this.f === undefined ? this : { f: 'f'.repeat(1000 * times++) };
  };
  for (let i = 0; i < 24; i++) JSON.stringify({ f: 1 });
  api.prompt.render('ap_1', { fields: { f: 1 } });
};

exports.onContinuePostLogin = async () => {};
