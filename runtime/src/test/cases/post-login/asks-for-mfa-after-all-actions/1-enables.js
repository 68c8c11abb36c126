// semantics 24, 25: the MFA waits for the end of the flow, and no Action runs after it
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any', { allowRememberBrowser: true });
  console.log('enabled');
};
