// semantics 46: there multifactor.enable works
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
};
