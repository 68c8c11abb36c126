// semantics 74: a toJSON that gives more each time gets no more attributes past the limit
exports.onExecutePostLogin = async (event, api) => {
  let times = 0;
  Array.prototype.toJSON = function () {
    return this[0] === 'grow' && times++ > 0 ? Array.from({ length: 6 }, () => 'v'.repeat(2000)) : this;
  };
  api.samlResponse.setAttribute('a', ['grow']);
};
