// semantics 55, 63, 65: metadata is ready before the form shows; what comes back is merged with what was put in
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('visits', 4);
};
