exports.onExecutePreUserRegistration = async (event, api) => {
  throw new Error('the customer service is down');
};
