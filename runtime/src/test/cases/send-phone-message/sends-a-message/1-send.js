// semantics 5, 22: the Action knows the message and its own secrets; what it waits for is awaited; several run in order
exports.onExecuteSendPhoneMessage = async (event, api) => {
  const { action, code, message_type, recipient, text } = event.message_options;
  await new Promise((done) => setTimeout(done, 5));
  console.log(action, message_type, recipient, text.includes(code), event.secrets.SENDER);
  return { sid: 'SM1' };
};
