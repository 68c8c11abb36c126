// semantics 66: a write replaces the whole value under its name and leaves the other names alone
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('address', { city: 'Turin' });
  api.user.setUserMetadata('address', { street: 'Via Roma' });
};
