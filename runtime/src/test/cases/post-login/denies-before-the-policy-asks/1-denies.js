// semantics 26: a denial wins over every MFA
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
  api.access.deny('blocked');
};
