// attack: 65 a handler that is a class
// expect: handler_invalid
exports.onExecutePostLogin = class { async call() {} };
