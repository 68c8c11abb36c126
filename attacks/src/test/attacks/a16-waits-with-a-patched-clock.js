// attack: 16 waits with a patched clock
// expect: time_limit
exports.onExecutePostLogin = async (event, api) => {
  Date.now = () => NaN;
  Math.max = Math.min = () => NaN;
  await new Promise((resolve) => setTimeout(resolve, 3600000));
};
