// attack: 23 fills an array of four billion
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  new Array(2 ** 32 - 1).fill(0);
};
