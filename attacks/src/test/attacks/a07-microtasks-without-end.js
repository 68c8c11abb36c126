// attack: 7 microtasks without end
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const flood = () => {
    Promise.resolve().then(flood);
  };
  await new Promise(flood);
};
