// semantics 61, 63, 64: one form a run of the handler; a second one may follow, and event.prompt is that of the last
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_one', { fields: { a: 1 }, vars: { v: 1 } });
};

exports.onContinuePostLogin = async (event, api) => {
  if (event.prompt.id === 'ap_one') return api.prompt.render('ap_two', { vars: { before: event.prompt } });
  api.idToken.setCustomClaim('https://example.com/prompt', event.prompt);
};
