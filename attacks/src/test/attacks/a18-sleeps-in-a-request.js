// attack: 18 waits for a server that never answers
// expect: time_limit
// network: server
exports.onExecutePostLogin = async (event, api) => {
  await fetch(`http://127.0.0.1:${event.request.query.port}/wait`);
};
