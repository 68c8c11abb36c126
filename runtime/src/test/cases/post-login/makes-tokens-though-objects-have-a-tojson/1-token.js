// semantics 56: what an Action does to all objects spoils its own tokens at the most
exports.onExecutePostLogin = async (event, api) => {
  Object.prototype.toJSON = () => undefined;
  let made;
  try {
    made = api.redirect.encodeToken({ secret: 'a secret', payload: {} });
  } catch (error) {
    made = error.constructor === Error;
  }
  api.user.setUserMetadata('ended', made !== undefined);
};
