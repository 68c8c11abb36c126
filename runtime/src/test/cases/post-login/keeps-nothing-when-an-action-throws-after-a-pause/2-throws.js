exports.onExecutePostLogin = async (event, api) => {
  throw new Error('after the pause');
};
