// Tells the API which plan a machine's owner has paid for, and gives it no scope beyond that plan.
const scopesOf = { free: ['read:orders'], paid: ['read:orders', 'write:orders', 'read:stock'] };

exports.onExecuteCredentialsExchange = async (event, api) => {
  const { plan = 'free', suspended } = event.client.metadata;
  if (suspended === 'yes') {
    api.access.deny('invalid_request', `the client ${event.client.name} is suspended`);
    return;
  }
  api.accessToken.setCustomClaim('https://acme.example/plan', plan);
  api.transaction.setTargetScopes(event.transaction.requested_scopes.filter((scope) => scopesOf[plan].includes(scope)));
};
