// attack: 55 asks addresses of private networks, clouds, and none at all
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const urls = [
    'http://169.254.169.254/latest/meta-data/', 'http://[fd00:ec2::254]/', 'http://100.100.100.200/', 'http://[fe80::1]/', 'http://10.0.0.1/', 'http://172.16.0.1/',
    'http://192.168.0.1/', 'http://100.64.0.1/', 'http://224.0.0.1/', 'http://[ff02::1]/', 'http://255.255.255.255/', 'http://192.0.0.192/', 'http://198.18.0.1/', 'http://0.1.2.3/',
    'http://240.0.0.1/', 'http://[fc00::1]/', 'http://[::ffff:169.254.169.254]/', 'http://[64:ff9b::a9fe:a9fe]/', 'http://2852039166/', 'http://0xa9fea9fe/', 'http://169.254.43518/',
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
