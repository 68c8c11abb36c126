// attack: 61 requests whose bodies are never read, and that nobody waits for
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const base = `http://127.0.0.1:${event.request.query.port}`;
  for (let i = 0; i < 8; i++) fetch(base + '/drip').catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (let i = 0; i < 8; i++) fetch(base + '/wait').catch(() => {});
};
