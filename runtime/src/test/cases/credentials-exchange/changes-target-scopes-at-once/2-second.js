exports.onExecuteCredentialsExchange = async (event, api) => {
  console.log(JSON.stringify(event.transaction));
  api.transaction.setTargetScopes(['a', ' b', 'a']);
  console.log(JSON.stringify(event.transaction.target_scopes));
  api.transaction.addTargetScope('c');
};
