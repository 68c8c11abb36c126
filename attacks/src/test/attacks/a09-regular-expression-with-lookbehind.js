// attack: 9 regular expression with lookbehind
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  /(?<=^(?:a|a?)+\1)(b)$/.test('a'.repeat(60) + '!');
  /^(?<x>(?:a|aa)+)+\k<x>b$/u.test('a'.repeat(60));
};
