// semantics 15, 19: an error of 101 characters that is not caught fails the signup at its line
exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', 'free');
  api.validation.error('code', 'x'.repeat(101));
};
