// semantics 19: what is thrown fails the exchange, and nothing of any Action is kept
exports.onExecuteCredentialsExchange = async (event, api) => {
  api.accessToken.setCustomClaim('https://example.com/tier', 'gold');
  api.transaction.addTargetScope('write:orders');
};
