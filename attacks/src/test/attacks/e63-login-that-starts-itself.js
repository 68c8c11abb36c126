// attack: 63 starts its own login again through the server
// expect: completed
// network: server
// scenario: own-login
exports.onExecutePostLogin = async (event, api) => {
  const answer = await fetch(`http://127.0.0.1:${event.request.query.port}/login`).then((response) => response.text(), (error) => 'refused ' + error);
  api.idToken.setCustomClaim('answer', answer);
};
