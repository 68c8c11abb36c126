// attack: 65 exports a single function as old scripts do
// expect: handler_invalid
module.exports = async (event, api) => {};
