// semantics 23: a message for which nothing is called is delivered
exports.onExecuteCustomPhoneProvider = async (event, api) => {
  console.log('to', event.notification.recipient, event.notification.message_type, Object.keys(api).join(' '));
};
