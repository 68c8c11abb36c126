// attack: 61 a request whose body has no end
// expect: memory_limit
// network: server
exports.onExecutePostLogin = async (event, api) => {
  let pulls = 0;
  const body = new ReadableStream({ pull(controller) { pulls++; controller.enqueue(new Uint8Array(100000)); } });
  try {
    await fetch(`http://127.0.0.1:${event.request.query.port}/x`, { method: 'POST', body, duplex: 'half' });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (pulls > 1000) throw new Error(pulls + ' parts');
    return;
  }
  throw new Error('sent');
};
