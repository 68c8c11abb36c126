// semantics 3: where the host has set target_scopes already, changes begin there; what the Action makes of the event does not count
exports.onExecuteCredentialsExchange = async (event, api) => {
  event.transaction.target_scopes.push('admin');
  event.transaction.requested_scopes = ['admin'];
  api.transaction.removeTargetScope('b');
  console.log(JSON.stringify(event.transaction.target_scopes));
};
