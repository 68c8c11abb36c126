// semantics 18: the exchange is denied and the token ends; no Action follows
exports.onExecutePostLogin = async (event, api) => {
  api.refreshToken.revoke('seen in another country');
};
