// semantics 13: the Action runs on to its end, its metadata stays, its claims do not, and no Action follows
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('before', true);
  api.accessToken.addScope('read:all');
};
