// attack: 65 throws a symbol
// expect: action_threw
exports.onExecutePostLogin = async () => {
  throw Symbol('s');
};
