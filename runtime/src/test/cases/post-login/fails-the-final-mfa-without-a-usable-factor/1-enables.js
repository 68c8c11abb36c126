// semantics 27, 38: a user who has factors does not get to enroll an easier one
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('google-authenticator');
};
