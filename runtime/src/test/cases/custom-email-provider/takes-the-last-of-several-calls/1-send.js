// semantics 23: the last call wins, whichever it is
exports.onExecuteCustomEmailProvider = async (event, api) => {
  api.notification.drop('first');
  api.notification.retry('second');
  api.notification.drop('third');
};
