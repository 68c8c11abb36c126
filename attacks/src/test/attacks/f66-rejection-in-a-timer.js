// attack: 66 a rejection in a timer while the handler waits
// expect: unhandled_rejection
exports.onExecutePostLogin = async (event, api) => {
  setTimeout(() => Promise.reject(null), 1);
  await new Promise((resolve) => setTimeout(resolve, 30));
};
