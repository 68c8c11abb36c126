// attack: 60 a body without an end
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  try {
    const response = await fetch(`http://127.0.0.1:${event.request.query.port}/endless`);
    const body = await response.arrayBuffer();
    throw new Error('READ ' + body.byteLength);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
};
