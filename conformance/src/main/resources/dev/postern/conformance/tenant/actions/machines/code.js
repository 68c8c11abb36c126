exports.onExecuteCredentialsExchange = async (event, api) => {
  if (event.request.body.audience === 'vault') {
    api.access.deny('invalid_request', 'not for machines');
  }
  api.accessToken.setCustomClaim('https://acme.example/client', event.client.client_id);
};
