// semantics 71: a thousand target scopes are taken, in one list or one by one, and no more
exports.onExecuteCredentialsExchange = async (event, api) => {
  const scopes = Array.from({ length: 1001 }, (_, i) => 's' + i);
  try {
    api.transaction.setTargetScopes(scopes);
  } catch (error) {
    console.log(error.message);
  }
  api.transaction.setTargetScopes(scopes.slice(0, 999));
  api.transaction.addTargetScope('s999');
  api.transaction.addTargetScope('s999');
  console.log(event.transaction.target_scopes.length);
  api.transaction.addTargetScope('s1000');
};
