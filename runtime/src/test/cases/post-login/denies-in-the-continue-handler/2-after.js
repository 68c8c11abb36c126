exports.onExecutePostLogin = async (event, api) => {
  console.log('never');
};
