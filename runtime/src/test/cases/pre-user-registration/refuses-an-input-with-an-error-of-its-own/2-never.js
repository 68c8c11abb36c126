exports.onExecutePreUserRegistration = async (event, api) => {
  console.log('never said');
};
