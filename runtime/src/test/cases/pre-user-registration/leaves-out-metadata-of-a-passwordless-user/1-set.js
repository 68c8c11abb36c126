// semantics 15: a passwordless user gets no metadata at signup; the signup goes on with a warning
exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', 'free').user.setAppMetadata('source', 'ad');
};
