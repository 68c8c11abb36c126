// semantics 8: an Action that does not export the handler of the trigger fails the login
exports.onExecutePreUserRegistration = async () => {};
