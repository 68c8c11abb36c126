// A test tenant writes to nobody outside the company, however real its copied data look.
exports.onExecuteCustomEmailProvider = async (event, api) => {
  const { to, subject, message_type } = event.notification;
  if (!to.toLowerCase().endsWith('@acme.example')) {
    api.notification.drop(`${message_type} to a stranger from a test tenant`);
    return;
  }
  console.log(`would send "${subject}" to ${to}`);
};
