const tries = {
  deny: (event, api) => api.access.deny('not today'),
  loop: () => {
    for (;;);
  },
  throws: () => {
    throw new Error('on purpose');
  },
  redirect: (event, api) => api.redirect.sendUserTo(event.request.query.to, { query: { user: event.user.username } }),
  form: (event, api) => api.prompt.render('survey', { fields: { color: event.request.query.color ?? 'blue' } }),
  enroll: (event, api) => api.authentication.enrollWith({ type: 'otp' }),
  otp: (event, api) => api.authentication.challengeWith({ type: 'otp' }),
  any: (event, api) => api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'recovery-code' }]),
  recovery: (event, api) => api.authentication.challengeWith({ type: 'otp' }),
  enable: (event, api) => api.multifactor.enable('any'),
  note: (event, api) => {
    api.user.setUserMetadata('note', event.request.query.note);
    return tries[event.request.query.then](event, api);
  },
  scopes: (event, api) => {
    api.accessToken.addScope('more');
    api.accessToken.removeScope('openid');
  },
  secret: (event, api) => api.idToken.setCustomClaim('https://acme.example/secret', event.secrets.DEPLOY?.length ?? 0),
  leak: (event) => {
    console.log(event.secrets.DEPLOY);
    throw new Error(`nobody may read ${event.secrets.DEPLOY}`);
  },
};

exports.onExecutePostLogin = async (event, api) => {
  await tries[event.request.query.try]?.(event, api);
};

exports.onContinuePostLogin = async (event, api) => {
  const { query, body } = event.request;
  api.idToken.setCustomClaim('https://acme.example/back', event.prompt ? event.prompt.fields : { ...query, ...body, state: undefined });
};
