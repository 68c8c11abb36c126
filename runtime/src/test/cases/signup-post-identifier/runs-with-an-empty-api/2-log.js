exports.onExecuteSignupPostIdentifier = async (event, api) => {
  console.log(event.client.client_id);
};
