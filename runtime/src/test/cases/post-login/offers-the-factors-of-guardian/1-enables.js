// semantics 24: guardian is push, one-time code and phone
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('guardian');
};
