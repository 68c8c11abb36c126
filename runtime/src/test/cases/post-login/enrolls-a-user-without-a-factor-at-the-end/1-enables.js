// semantics 27: whoever has no factor enrolls one of those the tenant allows, which proves it
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
};
