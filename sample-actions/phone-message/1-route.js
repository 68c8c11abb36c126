// Sends the code of a phone factor through the gateway of the country. What it throws keeps the user from going on.
const gateways = { '+39': 'milan', '+49': 'berlin', '+1': 'newark' };

exports.onExecuteSendPhoneMessage = async (event) => {
  const { recipient, message_type, text } = event.message_options;
  const prefix = Object.keys(gateways).find((known) => recipient.startsWith(known));
  if (!prefix) throw new Error(`no gateway for numbers that begin with ${recipient.slice(0, 4)}`);
  const message = { to: recipient, from: event.secrets.SENDER, kind: message_type, characters: text.length };
  console.log(`through ${gateways[prefix]}:`, JSON.stringify(message));
};
