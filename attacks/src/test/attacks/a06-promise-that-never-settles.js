// attack: 6 promise that never settles
// expect: never_settled
exports.onExecutePostLogin = async (event, api) => {
  await new Promise(() => {});
};
