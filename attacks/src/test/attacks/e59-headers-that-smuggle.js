// attack: 59 writes a second request into headers, methods and paths
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const url = `http://127.0.0.1:${event.request.query.port}/echo`;
  const evil = 'x\r\nX-Smuggled: 1\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n';
  const acts = [
    () => fetch(url, { headers: { a: evil } }),
    () => fetch(url, { headers: { [evil]: 'a' } }),
    () => fetch(url, { headers: [['a', 'x\0y']] }),
    () => fetch(url, { headers: { 'a\u010a': 'b\u010d' } }),
    () => fetch(url, { method: 'GET\r\nX-Smuggled: 1' }),
    () => fetch(url, { method: 'GET /smuggled HTTP/1.1\r\n\r\nGET' }),
    () => fetch(url + '\r\nX-Smuggled: 1'),
    () => fetch(url + ' HTTP/1.1\r\nX-Smuggled:1'),
    () => fetch(url + '?\u010d\u010aX-Smuggled:1'),
    () => fetch(url, { method: 'CONNECT' }),
    () => fetch(url, { method: 'TRACE' }),
  ];
  for (const act of acts) {
    try {
      const seen = await (await act()).text();
      if (/^x-smuggled/im.test(seen)) throw new Error('SMUGGLED ' + seen);
    } catch (error) {
      if (/^SMUGGLED/.test(error.message)) throw error;
    }
  }
};
