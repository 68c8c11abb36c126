exports.onExecuteCredentialsExchange = async (event, api) => {
  console.log('never said');
};
