// attack: 9 regular expression that backtracks
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  /^(a+)+\1$/.test('a'.repeat(60) + '!');
};
