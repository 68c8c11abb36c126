const mailer = require('@acme/mailer');
const sent = new Map();

exports.onExecutePostUserRegistration = async (event) => {
  await mailer.send('welcome', { to: event.user.email });
  sent.set(event.user.user_id, true);
};
