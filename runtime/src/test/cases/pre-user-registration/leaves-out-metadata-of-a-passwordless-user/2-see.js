exports.onExecutePreUserRegistration = async (event, api) => {
  console.log(JSON.stringify(event.user));
};
