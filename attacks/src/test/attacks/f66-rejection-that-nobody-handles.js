// attack: 66 a rejection that nobody handles
// expect: unhandled_rejection
exports.onExecutePostLogin = async (event, api) => {
  Promise.reject(new Error('own'));
  await new Promise((resolve) => setTimeout(resolve, 5));
};
