const tries = {
  deny: (event, api) => api.access.deny('not today'),
  loop: () => {
    for (;;);
  },
  throws: () => {
    console.warn('soon\nINFO nothing is wrong');
    throw new Error('on purpose');
  },
  redirect: (event, api) => api.redirect.sendUserTo(event.request.query.to, { query: { user: event.user.username } }),
  form: (event, api) => api.prompt.render('survey', { fields: { color: 'blue' } }),
  enroll: (event, api) => api.authentication.enrollWith({ type: 'otp' }),
  otp: (event, api) => api.authentication.challengeWith({ type: 'otp' }),
  otpOrMail: (event, api) => api.authentication.challengeWith({ type: 'otp' }, { additionalFactors: [{ type: 'email' }] }),
  enable: (event, api) => api.multifactor.enable('any'),
  setUpDevice: (event, api) => api.authentication.enrollWith({ type: 'webauthn-platform' }),
  device: (event, api) => api.authentication.challengeWith({ type: 'webauthn-platform' }),
  phone: (event, api) => api.authentication.challengeWith({ type: 'phone' }),
  remember: (event, api) => api.multifactor.enable('any', { allowRememberBrowser: true }),
  expire: (event, api) => api.session.setExpiresAt(Date.now() + 8_000),
  keep: (event, api) => api.session.setMetadata('seen', 'here'),
  revoke: (event, api) => api.session.revoke('stolen'),
  revokeToken: (event, api) => api.refreshToken.revoke('stolen'),
  reach: async (event) => {
    await fetch(event.request.query.to);
  },
  email: (event, api) => api.authentication.challengeWith({ type: 'email' }),
};

exports.onExecutePostLogin = async (event, api) => {
  const { query, body } = event.request;
  await tries[query.try ?? body?.try]?.(event, api);
  if (event.transaction.protocol === 'oauth2-password' && event.user.username === 'dave') {
    api.authentication.challengeWith({ type: 'email' });
  }
};

exports.onContinuePostLogin = async (event, api) => {
  const { query, body } = event.request;
  if (event.prompt?.fields.color === 'slow') {
    await new Promise((resolve) => setTimeout(resolve, 10000));
  }
  api.idToken.setCustomClaim('https://acme.example/back', event.prompt ? event.prompt.fields : { ...query, ...body, state: undefined });
};
