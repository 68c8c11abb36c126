// semantics 23: of a reason 1024 characters are kept, and a text of that length whole
exports.onExecuteCustomEmailProvider = async (event, api) => {
  api.notification.drop('d'.repeat(1024));
  api.notification.retry('r'.repeat(1024) + 'x');
};
