// semantics 13: the form of the reason never makes a denial fail
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny(403);
};
