// semantics 12: a claim of one Action is in event.accessToken of the next, not in its own; the method returns api
exports.onExecuteCredentialsExchange = async (event, api) => {
  const returned = api.accessToken.setCustomClaim('https://example.com/tier', 'gold').accessToken.setCustomClaim('old', true);
  console.log(returned === api, JSON.stringify(event.accessToken.customClaims));
};
