exports.onExecuteCustomPhoneProvider = async (event, api) => {
  if (event.notification.recipient.startsWith('+1')) {
    api.notification.drop('no messages to this country');
  }
};
