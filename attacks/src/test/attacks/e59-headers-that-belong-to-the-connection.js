// attack: 59 sets the headers that only the client may set
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const url = `http://127.0.0.1:${event.request.query.port}/echo`;
  for (const [name, value] of [['Host', 'evil.example'], ['Content-Length', '5'], ['Transfer-Encoding', 'chunked'], ['Connection', 'close, x'], ['Upgrade', 'h2c'], ['Proxy-Authorization', 'x'], ['Postern-Depth', '0.x'], ['postern-depth', ''], ['Expect', '100-continue'], ['TE', 'trailers'], ['Keep-Alive', '1']]) {
    let seen = '';
    try {
      seen = await (await fetch(url, { method: 'POST', body: 'abc', headers: { [name]: value } })).text();
    } catch (error) {
      continue;
    }
    const sent = seen.toLowerCase().split('\n').filter((line) => line.startsWith(name.toLowerCase() + ':'));
    if (name === 'Host' && sent.some((line) => line.includes('evil'))) throw new Error(seen);
    if (name === 'Content-Length' && sent.length > 0 && !sent[0].endsWith(' 3')) throw new Error(seen);
    if (/^postern-depth$/i.test(name) && sent.length !== 1) throw new Error(seen);
    if (['Transfer-Encoding', 'Upgrade', 'Proxy-Authorization', 'Expect'].includes(name) && sent.length > 0) throw new Error(seen);
  }
};
