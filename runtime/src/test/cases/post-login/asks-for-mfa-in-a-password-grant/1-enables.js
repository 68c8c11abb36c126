// semantics 31: without a browser the MFA that is due at the end still holds the login
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
};
