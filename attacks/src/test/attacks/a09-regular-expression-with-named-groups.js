// attack: 9 a regular expression with named groups that backtracks in replace
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.repeat(3).replace(/(?<all>(?<one>a|a)+)+\k<one>\k<all>$/gv, 'x');
  for (;;) /^(?<x>(a+)+)\k<x>!$/y.test('a'.repeat(40) + '?');
};
