// attack: 15 timer that arms itself
// expect: time_limit
exports.onExecutePostLogin = async (event, api) => {
  const arm = () => setTimeout(arm, 1);
  arm();
  await new Promise(() => {});
};
