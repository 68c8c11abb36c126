// semantics 23: retry and drop are of the custom providers; here the call is an error of the language
exports.onExecuteSendPhoneMessage = async (event, api) => {
  api.notification.drop('unknown country');
};
