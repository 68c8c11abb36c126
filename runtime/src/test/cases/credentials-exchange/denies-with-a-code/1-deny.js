// semantics 13, 16: a code of OAuth and a reason; the Action runs to its end, no other runs, no token, no claims
exports.onExecuteCredentialsExchange = async (event, api) => {
  api.accessToken.setCustomClaim('early', true);
  const returned = api.access.deny('invalid_scope', 'this client may not read orders');
  console.log('still here', returned === api);
  api.accessToken.setCustomClaim('late', true);
};
