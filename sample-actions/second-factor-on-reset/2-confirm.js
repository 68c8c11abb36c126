// Has the user read what happens to other sessions, and goes on when they come back.
exports.onExecutePostChallenge = async (event, api) => {
  api.redirect.sendUserTo('https://account.acme.example/reset-notice', { query: { lang: event.transaction.locale } });
};

exports.onContinuePostChallenge = async (event, api) => {
  if (event.request.query.confirmed !== 'yes') {
    api.access.deny('the reset was not confirmed');
    return;
  }
  const factor = event.authentication.methods.find(({ name }) => name === 'mfa')?.type ?? 'mail';
  api.transaction.setResultUrl('https://account.acme.example/done', { query: { factor } });
};
