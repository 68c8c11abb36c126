// attack: 55 asks the machine itself, under its names
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const urls = [
    `http://localhost:${port}/`, `http://LOCALHOST:${port}/`, `http://localhost.:${port}/`, `http://app.localhost:${port}/`, `http://\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54:${port}/`,
    `http://localhost.localdomain:${port}/`, `http://ip6-localhost:${port}/`, `http://\u2460\u2461\u2466.0.0.1:${port}/`,
  ];
  const refused = [];
  for (const url of urls) {
    try {
      const response = await fetch(url, { redirect: 'follow' });
      throw new Error('SENT ' + url + ' ' + response.status);
    } catch (error) {
      if (/^SENT/.test(error.message)) throw error;
      if (!(error instanceof TypeError)) throw new Error('odd ' + error);
      if (/java\.|okhttp|\/(root|home|work)\b|Exception/.test(error.stack + error.cause)) throw new Error('SHOWN ' + error.stack + error.cause);
      refused.push(url);
    }
  }
};
