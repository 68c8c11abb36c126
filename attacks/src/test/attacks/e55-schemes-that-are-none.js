// attack: 55 asks for files, mail and old protocols
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const urls = [
    'file:///etc/passwd', 'jar:file:/x.jar!/y', 'ftp://127.0.0.1/', 'gopher://127.0.0.1:25/_x', 'ldap://127.0.0.1/', 'dict://127.0.0.1/', 'netdoc:///etc/passwd', 'mailto:a@b', 'ws://127.0.0.1/', 'unix:/var/run/docker.sock', 'javascript:1', 'blob:x', '//127.0.0.1/', '/etc/passwd', 'classpath:x',
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
