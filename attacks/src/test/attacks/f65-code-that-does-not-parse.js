// attack: 65 code that does not parse
// expect: syntax_error
exports.onExecutePostLogin = async (event, api) => {
  const = 1;
};
