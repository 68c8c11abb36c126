// semantics 67: metadata of the same Action is lost, with a warning; that of another Action is not
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('before', true);
};
