// attack: 60 an answer with another one behind it, which must not answer the next request
// expect: completed
// network: server
// hole: the client reuses a connection on which more was sent than was asked for
exports.onExecutePostLogin = async (event, api) => {
  const base = `http://127.0.0.1:${event.request.query.port}`;
  for (let i = 0; i < 5; i++) {
    const first = await (await fetch(base + '/trailing')).text();
    if (first !== 'hello') throw new Error('first ' + first);
    let next;
    try {
      next = await (await fetch(base + '/x')).text();
    } catch {
      continue;
    }
    if (next !== 'served') throw new Error('next ' + JSON.stringify(next));
  }
};
