// semantics 19, 74: the run fails at the line of the call
exports.onExecutePostLogin = async (event, api) => {
  api.samlResponse.setIssuer('i'.repeat(513));
};
