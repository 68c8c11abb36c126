// attack: 26 log flood
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 50000; i++) console.log('line %d', i);
};
