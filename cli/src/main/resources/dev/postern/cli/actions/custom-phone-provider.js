// Runs to deliver a phone message of the tenant.
/** @type {Postern.OnExecuteCustomPhoneProvider} */
exports.onExecuteCustomPhoneProvider = async (event, api) => {
  const { delivery_method, message_type, recipient } = event.notification;
  if (!recipient.startsWith('+')) {
    api.notification.drop('the recipient is no international number');
    return;
  }
  console.log('send', message_type, 'as', delivery_method); // with your provider; api.notification.retry where it is down
};
