const crypto = 'not the module';

exports.onExecutePostLogin = async (event, api) => {
  const token = api.redirect.encodeToken({
    secret: event.secrets.CONSENT_KEY,
    payload: { crypto },
  });
  api.user.setAppMetadata('consent', { partner: event.secrets.PARTNER, signed: token.length > 0 });
};
