const { WebClient, ErrorCode, LogLevel } = require('@slack/web-api');

exports.run = async (base) => {
  const options = { slackApiUrl: `${base}/api/`, logLevel: LogLevel.ERROR, retryConfig: { retries: 0 } };
  const client = new WebClient('xoxb-right', options);
  const posted = await client.chat.postMessage({
    channel: 'C1',
    text: 'Ann logged in & out',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Ann*' } }],
  });
  let failure;
  try {
    await new WebClient('xoxb-wrong', options).chat.postMessage({ channel: 'C1', text: 'x' });
  } catch (error) {
    failure = { name: error.name, message: error.message, code: error.code === ErrorCode.PlatformError, data: error.data.error };
  }
  let missing;
  try {
    await client.apiCall('no.such.method');
  } catch (error) {
    missing = { message: error.message, code: error.code, status: error.statusCode };
  }
  return {
    ok: posted.ok,
    ts: posted.ts,
    channel: posted.channel,
    text: posted.message.text,
    blocks: JSON.parse(posted.message.blocks),
    failure,
    missing,
  };
};
