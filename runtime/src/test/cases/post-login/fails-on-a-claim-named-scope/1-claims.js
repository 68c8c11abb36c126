// semantics 69: scopes have methods of their own
exports.onExecutePostLogin = async (event, api) => {
  try {
    api.idToken.setCustomClaim('scope', 'openid');
  } catch (error) {
    console.log(error.message);
  }
  api.accessToken.setCustomClaim('scope', 'openid');
};
