// Runs before an application gets a token for itself.
/** @type {Postern.OnExecuteCredentialsExchange} */
exports.onExecuteCredentialsExchange = async (event, api) => {
  api.accessToken.setCustomClaim('https://example.com/application', event.client.name);
};
