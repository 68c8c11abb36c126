// attack: 20 promises without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const waiting = [];
  for (;;) waiting.push(new Promise(() => {}).then(() => {}));
};
