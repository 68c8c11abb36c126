// semantics 12, 23: the message is given up; the method returns nothing
exports.onExecuteCustomEmailProvider = async (event, api) => {
  console.log(api.notification.drop('no such recipient'));
};
