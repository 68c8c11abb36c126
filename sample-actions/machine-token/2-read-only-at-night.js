// No machine writes while the warehouse counts its stock.
exports.onExecuteCredentialsExchange = async (event, api) => {
  const scopes = event.transaction.target_scopes ?? event.transaction.requested_scopes;
  if (event.client.metadata.night_shift === 'yes') return;
  if (new Date().getUTCHours() < 5) {
    for (const scope of scopes) {
      if (scope.startsWith('write:')) api.transaction.removeTargetScope(scope);
    }
  }
  console.log(`${event.accessToken.customClaims['https://acme.example/plan']}: ${event.transaction.target_scopes}`);
};
