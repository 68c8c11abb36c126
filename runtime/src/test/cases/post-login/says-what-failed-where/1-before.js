// semantics 20: the Action, the kind of error, its message, line and stack are there for the tenant's log
exports.onExecutePostLogin = async () => {};
