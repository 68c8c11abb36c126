// attack: 65 exports no handler
// expect: handler_invalid
exports.onExecuteSomething = async () => {};
