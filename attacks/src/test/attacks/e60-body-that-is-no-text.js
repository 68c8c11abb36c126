// attack: 60 a body that is no UTF-8 and no JSON
// expect: action_threw
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const response = await fetch(`http://127.0.0.1:${event.request.query.port}/utf8`);
  const text = await response.clone().text();
  if (!text.includes('\ufffd')) throw new SyntaxError('decoded ' + text);
  JSON.parse('{' + text);
};
