// Runs to deliver the message of an MFA factor by phone.
/** @type {Postern.OnExecuteSendPhoneMessage} */
exports.onExecuteSendPhoneMessage = async (event, api) => {
  const { message_type, recipient } = event.message_options;
  if (!recipient.startsWith('+')) throw new Error('the recipient is no international number');
  console.log('send by', message_type); // with the interface of your provider
};
