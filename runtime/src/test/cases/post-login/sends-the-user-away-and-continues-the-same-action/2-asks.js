exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/terms?lang=en&page=1', { query: { lang: 'it' } });
  api.user.setAppMetadata('asked', true);
};

exports.onContinuePostLogin = async (event, api) => {
  const { answer } = event.request.body;
  if (answer !== 'yes') return api.access.deny('terms were not accepted');
  api.user.setUserMetadata('terms', answer);
  api.idToken.setCustomClaim('https://example.com/from', event.transaction.metadata.from);
};
