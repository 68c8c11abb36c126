// attack: 7 microtasks behind a finished handler
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const flood = () => queueMicrotask(flood);
  flood();
};
