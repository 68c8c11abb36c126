// attack: 57 is sent on to addresses that it may not ask itself
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const base = `http://127.0.0.1:${event.request.query.port}`;
  const places = ['http://169.254.169.254/', 'http://10.0.0.1/', 'file:///etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1/', 'data:text/plain,x', 'http://127.0.0.1:1/', 'http://localhost:1/', 'http://metadata.attack.example/', 'http://[::1]/', '//169.254.169.254/', 'http:///x', 'javascript:1', 'jar:file:/x!/y'];
  for (const status of ['to', 'kept']) {
    for (const place of places) {
      try {
        const response = await fetch(`${base}/${status}?${encodeURIComponent(place)}`);
        throw new Error('SENT to ' + place + ' ' + response.status);
      } catch (error) {
        if (/^SENT/.test(error.message)) throw error;
      }
    }
  }
};
