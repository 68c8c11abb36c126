exports.onExecutePostChangePassword = async (event, api) => {
  console.log('still told of', event.user.user_id);
};
