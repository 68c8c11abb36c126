exports.onExecuteCredentialsExchange = async (event, api) => {
  console.log(Object.keys(event.accessToken.customClaims).join(' '));
};
