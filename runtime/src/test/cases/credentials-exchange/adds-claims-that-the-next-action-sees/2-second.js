exports.onExecuteCredentialsExchange = async (event, api) => {
  const { customClaims, scope } = event.accessToken;
  api.accessToken.setCustomClaim('https://example.com/seen', { customClaims, scope });
  api.accessToken.setCustomClaim('old', undefined);
};
