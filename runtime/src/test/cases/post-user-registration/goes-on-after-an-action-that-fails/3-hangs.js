exports.onExecutePostUserRegistration = async (event, api) => {
  await new Promise(() => {});
};
