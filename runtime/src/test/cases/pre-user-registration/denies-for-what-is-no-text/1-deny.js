// semantics 15: what stops a signup is not refused for the form of its words; the last call counts
exports.onExecutePreUserRegistration = async (event, api) => {
  api.access.deny('first', 'first').access.deny({ code: 7 }, ['no']);
};
