// Runs to deliver a mail of the tenant.
/** @type {Postern.OnExecuteCustomEmailProvider} */
exports.onExecuteCustomEmailProvider = async (event, api) => {
  const { message_type, to } = event.notification;
  if (to.endsWith('.invalid')) {
    api.notification.drop('there is no such address');
    return;
  }
  console.log('send', message_type); // with the interface of your provider; api.notification.retry where it is down
};
