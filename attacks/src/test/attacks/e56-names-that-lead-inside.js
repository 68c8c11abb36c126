// attack: 56 asks public names whose addresses are private
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const urls = [
    `http://loopback.attack.example:${port}/`, `http://six.attack.example:${port}/`, `http://mapped.attack.example:${port}/`, 'http://metadata.attack.example/', 'http://private.attack.example/', 'http://unique-local.attack.example/', `http://LoopBack.Attack.Example.:${port}/`,
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
