// attack: 57 is sent on to another origin with its credentials
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const other = `http://attacker.example@127.0.0.1:${port}/echo`;
  for (const place of [other, `http://127.0.0.1:${port}/echo`]) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/to?${encodeURIComponent(place)}`, { headers: { authorization: 'Bearer x', cookie: 'a=b' } });
      const seen = await response.text();
      if (place === other && /attacker\.example/.test(seen)) throw new Error('SENT ' + seen);
    } catch (error) {
      if (/^SENT/.test(error.message)) throw error;
    }
  }
};
