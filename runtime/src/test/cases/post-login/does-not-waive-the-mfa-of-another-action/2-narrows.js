exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('google-authenticator');
};
