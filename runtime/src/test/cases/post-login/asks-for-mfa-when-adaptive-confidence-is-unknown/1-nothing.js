// semantics 26: a confidence that is no known value is no reason to leave MFA out
exports.onExecutePostLogin = async () => {};
