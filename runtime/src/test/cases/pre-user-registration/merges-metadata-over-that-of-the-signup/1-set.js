// semantics 66: by top-level name; null removes, undefined takes back
exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('city', null).user.setUserMetadata('plan', { name: 'paid' }).user.setAppMetadata('tmp', 1);
};
