exports.onExecuteEventStream = async (event, api) => {
  api.user.setUserMetadata('plan', 'free');
};
