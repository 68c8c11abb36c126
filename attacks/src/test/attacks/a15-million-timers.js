// attack: 15 million timers
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 1000000; i++) setTimeout(() => {}, 1000);
};
