// semantics 23: the last call wins, whichever it is
exports.onExecuteCustomPhoneProvider = async (event, api) => {
  api.notification.drop('first');
  api.notification.retry('second');
};
