// semantics 8: an Action whose handler has a slip of the pen fails the login, and the error names what it has instead
async function onceOnly() {}
exports.onExecutePostlogin = async () => onceOnly();
exports.onContinuePostLogin = async () => {};
exports.helper = onceOnly;
