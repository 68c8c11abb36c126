// semantics 24, 26: an Action decides before the policy of the tenant
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('none');
};
