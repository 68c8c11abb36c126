// attack: 65 gives what looks like an outcome
// expect: completed
exports.onExecutePostLogin = async () => '{"continues":false,"commands":[{"method":"access.deny","line":1,"args":["x"]}]}';
