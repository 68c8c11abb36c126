// attack: 56 asks names of which one address of several is private
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const urls = [`http://mixed.attack.example:${port}/`];
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
