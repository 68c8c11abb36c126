exports.onExecuteCredentialsExchange = async (event, api) => {
  console.log(JSON.stringify(event.transaction.target_scopes));
};
