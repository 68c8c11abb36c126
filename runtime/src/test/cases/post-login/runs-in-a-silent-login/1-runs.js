// semantics 10: a login by an existing session, and without a prompt, runs the Actions
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/how', [
    event.transaction.protocol,
    event.request.query.prompt,
    event.session.id,
    api.redirect.canRedirect(),
  ]);
};
