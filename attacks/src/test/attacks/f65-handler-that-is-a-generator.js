// attack: 65 a handler that is an asynchronous generator
// expect: handler_invalid
exports.onExecutePostLogin = async function* () { yield 1; };
