exports.onExecutePostUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', 'free');
};
