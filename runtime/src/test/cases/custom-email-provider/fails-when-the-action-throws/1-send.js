// semantics 23: what is thrown fails the delivery at its line, whatever was called before
exports.onExecuteCustomEmailProvider = async (event, api) => {
  api.notification.retry('the gateway is busy');
  throw new Error('no configuration');
};
