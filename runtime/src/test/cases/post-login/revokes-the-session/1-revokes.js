// semantics 13, 18: the login is denied and the session ends with its refresh tokens; metadata stays, no Action follows
exports.onExecutePostLogin = async (event, api) => {
  api.session.revoke('stolen cookie');
  api.session.setMetadata('gone', 'with it');
  api.idToken.setCustomClaim('https://example.com/never', true);
  api.user.setAppMetadata('revoked', event.session.id);
};
