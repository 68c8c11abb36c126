// semantics 19: code that cannot be parsed fails the login at the line of the error
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('no';
};
