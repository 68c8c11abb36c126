exports.onExecutePostChangePassword = async (event, api) => {
  api.user.setUserMetadata('plan', 'free');
};
