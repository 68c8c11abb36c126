// semantics 13, 14: the code is access_denied whatever the reason is
exports.onExecutePostLogin = async (event, api) => {
  return api.access.deny();
};
