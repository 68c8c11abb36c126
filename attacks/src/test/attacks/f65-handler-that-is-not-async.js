// attack: 65 a handler that gives a promise but is not async
// expect: handler_invalid
exports.onExecutePostLogin = () => Promise.resolve();
