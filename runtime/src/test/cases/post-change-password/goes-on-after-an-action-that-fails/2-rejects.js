exports.onExecutePostChangePassword = async (event, api) => {
  Promise.reject(new Error('nobody waits for this'));
};
