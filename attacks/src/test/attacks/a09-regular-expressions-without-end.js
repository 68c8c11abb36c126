// attack: 9 compiles one large regular expression after the other
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; ; i++) new RegExp('(?:' + 'a?b*'.repeat(200) + i + '){1,50}').test('ab'.repeat(500));
};
