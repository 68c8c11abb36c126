// semantics 12, 23: the message is tried again later; the method returns nothing
exports.onExecuteCustomPhoneProvider = async (event, api) => {
  console.log(api.notification.retry('the gateway is busy'));
};
