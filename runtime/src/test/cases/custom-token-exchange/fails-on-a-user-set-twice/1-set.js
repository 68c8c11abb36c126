// semantics 77: and that once
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setUserById('auth0|1');
  api.authentication.setUserById('auth0|2');
};
