// attack: 18 reads a body that comes byte by byte
// expect: time_limit
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const response = await fetch(`http://127.0.0.1:${event.request.query.port}/drip`);
  await response.text();
};
