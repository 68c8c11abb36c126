exports.onExecuteCredentialsExchange = async (event, api) => {
  api.accessToken.setCustomClaim('https://example.com/more', 1);
  throw new RangeError('no quota left');
};
