// attack: 60 a body that becomes a thousand times as large
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  try {
    const response = await fetch(`http://127.0.0.1:${event.request.query.port}/bomb`);
    const body = await response.arrayBuffer();
    throw new Error('READ ' + body.byteLength);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
};
