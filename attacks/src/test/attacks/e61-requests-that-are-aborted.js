// attack: 61 requests that are aborted at every moment
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const base = `http://127.0.0.1:${event.request.query.port}`;
  for (let i = 0; i < 15; i++) {
    const controller = new AbortController();
    const asked = fetch(base + (i % 2 ? '/drip' : '/x'), { signal: controller.signal }).then((response) => response.text());
    setTimeout(() => controller.abort(new Error('own')), i % 5);
    if (i % 3 === 0) controller.abort();
    try {
      await asked;
    } catch (error) {
      if (!(error instanceof Error) && error?.name !== 'AbortError') throw error;
    }
  }
};
