// attack: 15 immediates without end
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const arm = () => setImmediate(arm);
  arm();
  await new Promise(() => {});
};
