exports.onExecutePostChangePassword = async (event, api) => {
  await new Promise(() => {});
};
