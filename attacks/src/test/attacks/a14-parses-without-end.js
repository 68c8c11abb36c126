// attack: 14 parses new code without end
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; ; i++) new Function('a' + i, 'return [' + 'a,'.repeat(2000) + i + ']');
};
