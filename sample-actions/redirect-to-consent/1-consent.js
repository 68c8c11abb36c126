// Sends the user to a page that asks for consent, and goes on here when the user comes back.
exports.onExecutePostLogin = async (event, api) => {
  if (event.user.user_metadata.consent) return;

  const token = api.redirect.encodeToken({
    secret: event.secrets.CONSENT_SECRET,
    expiresInSeconds: 300,
    payload: { purpose: 'consent' },
  });
  api.redirect.sendUserTo('https://consent.acme.example/ask', { query: { session_token: token } });
};

exports.onContinuePostLogin = async (event, api) => {
  if (event.request.query.consent !== 'yes') {
    api.access.deny('The terms were not accepted.');
    return;
  }
  api.user.setUserMetadata('consent', { given: true, at: new Date().toISOString() });
};
