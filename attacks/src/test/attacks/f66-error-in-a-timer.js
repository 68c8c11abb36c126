// attack: 66 an error in a timer while the handler waits
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  setTimeout(() => {
    throw new Error('own');
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 30));
};
