// attack: 65 throws undefined
// expect: action_threw
exports.onExecutePostLogin = async () => {
  throw undefined;
};
