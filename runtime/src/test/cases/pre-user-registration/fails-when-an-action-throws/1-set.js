// semantics 19: the signup fails, no other Action runs, nothing is kept
exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', 'free').user.setUserId('crm-17');
};
