// attack: 65 a handler that is no function
// expect: handler_invalid
exports.onExecutePostLogin = 'async (event, api) => {}';
