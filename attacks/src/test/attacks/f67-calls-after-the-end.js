// attack: 67 calls the api when the Action has ended
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  globalThis.late = api;
  new Promise((resolve) => setTimeout(resolve, 20)).then(() => api.access.deny('late'), () => {}).catch(() => {});
};
