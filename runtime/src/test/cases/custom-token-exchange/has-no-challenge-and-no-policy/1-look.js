// semantics 25, 46: MFA of an exchange belongs to the post-login Actions that follow
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setUserById('auth0|1');
  console.log(Object.keys(api.authentication).join(' '), typeof api.multifactor);
};
