// attack: 24 recursion that nobody catches
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const down = (n) => down(n + 1) + 1;
  down(0);
};
