// semantics 67: once a transaction
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.setPrimaryUser('auth0|2');
  api.authentication.setPrimaryUser('auth0|2');
};
