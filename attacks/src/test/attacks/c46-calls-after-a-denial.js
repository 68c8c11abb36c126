// attack: 46 goes on calling the api after it has denied
// expect: denied
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('first');
  api.idToken.setCustomClaim('claim', 1);
  api.access.deny('second');
  await null;
  api.user.setUserMetadata('k', 'v');
};
