// attack: 64 hopes that the process has a proxy which asks for it
// expect: completed
// network: server
// scenario: proxy-of-the-process
exports.onExecutePostLogin = async (event, api) => {
  for (const url of ['http://10.0.0.1/', 'http://169.254.169.254/', 'http://198.51.100.7:1/']) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(200) });
      throw new Error('SENT ' + url + response.status);
    } catch (error) {
      if (/^SENT/.test(error.message)) throw error;
    }
  }
  const served = await (await fetch(`http://127.0.0.1:${event.request.query.port}/x`)).text();
  if (served !== 'served') throw new Error(served);
  process.env.http_proxy = process.env.HTTP_PROXY = 'http://127.0.0.1:1';
  if ((await (await fetch(`http://127.0.0.1:${event.request.query.port}/x`)).text()) !== 'served') throw new Error('took its own');
};
