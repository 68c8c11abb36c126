const { IncomingWebhook } = require('@slack/webhook');

exports.run = async (base) => {
  const webhook = new IncomingWebhook(`${base}/services/T0/B0/hook`, { username: 'Postern' });
  const sent = await webhook.send({ text: 'Ann logged in', blocks: [{ type: 'divider' }] });
  let failure;
  try {
    await new IncomingWebhook(`${base}/services/none`).send('x');
  } catch (error) {
    failure = { name: error.name, message: error.message, code: error.code, status: error.original?.response?.status };
  }
  let noUrl;
  try {
    new IncomingWebhook();
  } catch (error) {
    noUrl = error.message;
  }
  return { text: sent.text, failure, noUrl };
};
