exports.onExecuteCredentialsExchange = async (event, api) => {
  if (event.client.metadata?.trusted !== 'yes') {
    api.access.deny('invalid_scope', 'the client is not trusted');
  }
  api.accessToken.setCustomClaim('##NAMESPACE##/machine', true);
};
