// attack: 13 catches the cancel as a rejection
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const again = async () => {
    await null;
    for (;;) {}
  };
  await again().catch(again).finally(again);
};
