const twilio = require('twilio');

exports.run = async (base) => {
  const client = twilio('AC00000000000000000000000000000000', 'token');
  client.api.baseUrl = base;
  const message = await client.messages.create({ to: '+15005550006', from: '+15005550001', body: 'Your code is 123456 – ok?' });
  let failure;
  try {
    await client.messages.create({ to: 'nobody', from: '+15005550001', body: 'x' });
  } catch ({ name, message, status, code }) {
    failure = { name, message, status, code };
  }
  const url = 'https://acme.example/hook?a=1';
  const params = { From: '+15005550001', Body: 'Hi' };
  const signature = twilio.getExpectedTwilioSignature('token', url, params);
  const answer = new twilio.twiml.MessagingResponse();
  answer.message('Hi <Ann> & Bob');
  return {
    sid: message.sid,
    status: message.status,
    to: message.to,
    body: message.body,
    account: message.accountSid,
    created: message.dateCreated.toISOString(),
    json: Object.keys(message.toJSON()).length > 10,
    failure,
    signature,
    isValid: [twilio.validateRequest('token', signature, url, params), twilio.validateRequest('token', 'x', url, params)],
    twiml: answer.toString(),
  };
};
