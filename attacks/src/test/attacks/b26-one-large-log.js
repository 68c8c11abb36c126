// attack: 26 one large log
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  console.log('x'.repeat(4000000));
  console.error('%s%s', 'x'.repeat(4000000), ['y'.repeat(4000000)]);
};
