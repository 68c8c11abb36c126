// semantics 71: an empty set is one, and is not taken for the requested scopes by the next Action
exports.onExecuteCredentialsExchange = async (event, api) => {
  api.transaction.clearTargetScopes();
  console.log(JSON.stringify(event.transaction.target_scopes));
};
