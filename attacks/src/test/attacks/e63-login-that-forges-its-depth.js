// attack: 63 starts its own login again and says that it is the first
// expect: completed
// network: server
// scenario: own-login
exports.onExecutePostLogin = async (event, api) => {
  const headers = new Headers();
  for (const [name, value] of [['Postern-Depth', '0'], ['postern-depth', '1.00000000000000000000000000000000'], ['X-Postern-Depth', '0']]) {
    try {
      headers.set(name, value);
    } catch {
      // a name that it may not set
    }
  }
  const url = `http://127.0.0.1:${event.request.query.port}/login`;
  await Promise.allSettled([fetch(url, { headers })]);
};
