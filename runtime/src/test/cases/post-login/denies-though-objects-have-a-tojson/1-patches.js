// semantics 13: a toJSON that an Action puts on all objects does not lose its denial
exports.onExecutePostLogin = async (event, api) => {
  Object.prototype.toJSON = () => ({});
  api.access.deny('lost?');
};
