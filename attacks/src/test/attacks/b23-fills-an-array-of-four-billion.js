// attack: 23 fills an array of four billion
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  new Array(2 ** 32 - 1).fill(0);
};
