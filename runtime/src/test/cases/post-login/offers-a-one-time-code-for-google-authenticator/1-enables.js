// semantics 24, 28: one factor needs no picker, and a browser is not remembered unless asked for
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('google-authenticator');
};
