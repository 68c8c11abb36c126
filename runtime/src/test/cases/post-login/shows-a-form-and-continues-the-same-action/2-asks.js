exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('asked', true);
  api.prompt.render('ap_profile', {
    fields: { name: 'Ada', plan: 'free' },
    vars: { score: 7, tier: 'b' },
  });
};

exports.onContinuePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/prompt', event.prompt);
  api.user.setUserMetadata('plan', event.prompt.fields.plan);
};
