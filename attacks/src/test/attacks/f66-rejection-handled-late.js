// attack: 66 a rejection that is handled after it was noticed
// expect: unhandled_rejection
exports.onExecutePostLogin = async (event, api) => {
  const rejected = Promise.reject(new Error('own'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  await rejected.catch(() => {});
};
