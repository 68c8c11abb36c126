exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('own', true);
  api.idToken.setCustomClaim('https://example.com/own', true);
  throw new RangeError('out of luck');
};
