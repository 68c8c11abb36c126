exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('lost', true);
  api.authentication.setPrimaryUser('auth0|2');
};
