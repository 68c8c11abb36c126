// semantics 13, 18: a session that is revoked after a denial ends as well, and the denial says so
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('first');
  api.session.revoke('stolen cookie');
};
