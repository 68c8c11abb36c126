exports.onExecutePostChangePassword = async (event, api) => {
  console.log('ran');
};
