// attack: 57 is sent on and on
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  try {
    await fetch(`http://127.0.0.1:${event.request.query.port}/hop?x`);
    throw new Error('ended');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
};
