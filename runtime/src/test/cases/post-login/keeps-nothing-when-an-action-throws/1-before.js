// semantics 19: an uncaught error discards what this Action and those before it asked for
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('before', true);
};
