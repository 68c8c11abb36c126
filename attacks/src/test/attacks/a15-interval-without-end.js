// attack: 15 interval without end
// expect: time_limit
exports.onExecutePostLogin = async (event, api) => {
  setInterval(() => {}, 1);
  await new Promise(() => {});
};
