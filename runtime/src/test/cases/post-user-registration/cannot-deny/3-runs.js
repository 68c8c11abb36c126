exports.onExecutePostUserRegistration = async (event, api) => {
  console.log('ran');
};
