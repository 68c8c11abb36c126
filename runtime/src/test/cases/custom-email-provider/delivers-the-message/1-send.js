// semantics 23: a message for which nothing is called is delivered
exports.onExecuteCustomEmailProvider = async (event, api) => {
  console.log('to', event.notification.to, event.notification.message_type, Object.keys(api).join(' '));
};
