// attack: 58 addresses that one parser reads as public and another as private
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const urls = [
    `http://198.51.100.7@127.0.0.1:${port}/`, `http://198.51.100.7\\@127.0.0.1:${port}/`, `http://127.0.0.1:${port}\\@198.51.100.7/`, `http:\\\\127.0.0.1:${port}/`, `http:/127.0.0.1:${port}/`, `http:127.0.0.1:${port}/`,
    `ht\ntp://127.0.0.1:${port}/`, `http://127.0.0.1\t:${port}/`, ` http://127.0.0.1:${port}/`, `http://127.0.0.1%2f:${port}/`, `http://127%2e0%2e0%2e1:${port}/`, `http://127.0.0.1%00.example:${port}/`, `http://127\u30020\u30020\u30021:${port}/`,
    `http://[::ffff:127.0.0.1]@127.0.0.1:${port}/`, `http://a:b:c@127.0.0.1:${port}/`, `http://127.0.0.1#@198.51.100.7:${port}/`, `http://127.0.0.1?@198.51.100.7/`, 'http://./', 'http://../', 'http://%/', 'http://a b/',
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
