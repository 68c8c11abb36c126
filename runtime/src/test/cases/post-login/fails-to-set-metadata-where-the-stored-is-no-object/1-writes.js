// semantics 66: nothing can be merged into metadata that is not an object
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('a', 1);
};
