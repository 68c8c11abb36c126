// semantics 15: without a message the server chooses its own words
exports.onExecutePreUserRegistration = async (event, api) => {
  api.access.deny('blocked');
};
