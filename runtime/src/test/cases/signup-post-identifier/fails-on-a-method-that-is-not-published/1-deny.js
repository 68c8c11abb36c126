// semantics 19: a call of what is not there fails the signup at its line; no other Action runs
exports.onExecuteSignupPostIdentifier = async (event, api) => {
  api.access.deny('not from here');
};
