// semantics 23: a missing reason or one that is no text stops nothing
exports.onExecuteCustomPhoneProvider = async (event, api) => {
  api.notification.retry();
  api.notification.drop({ status: 503 });
};
