// semantics 18: the refresh tokens of the session live on where the Action says so
exports.onExecutePostLogin = async (event, api) => {
  api.session.revoke('new terms', { preserveRefreshTokens: true });
};
