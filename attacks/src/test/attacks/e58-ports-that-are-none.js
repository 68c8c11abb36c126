// attack: 58 ports of other protocols, and ports that are none
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const urls = [
    'http://127.0.0.1:0/', 'http://127.0.0.1:65536/', 'http://127.0.0.1:25/', 'http://127.0.0.1:6379/', 'http://127.0.0.1:-1/', 'http://127.0.0.1:1e3/', 'http://127.0.0.1:٣/', 'http://127.0.0.1:99999999999/',
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
