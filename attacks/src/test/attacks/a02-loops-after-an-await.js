// attack: 2 loops after an await
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  await null;
  for (;;) {}
};
