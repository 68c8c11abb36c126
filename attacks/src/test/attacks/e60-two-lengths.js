// attack: 60 an answer with two lengths
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  let text;
  try {
    const response = await fetch(`http://127.0.0.1:${event.request.query.port}/lengths`, { signal: AbortSignal.timeout(2500) });
    text = await response.text();
  } catch (error) {
    if (!(error instanceof TypeError) && error.name !== 'TimeoutError') throw error;
    if (/java|okhttp|Exception/.test(error.stack + error.message + error.cause)) throw new Error('SHOWN ' + error.stack + error.cause);
    return;
  }
  if (text.length > 100) throw new Error('read ' + text);
};
