// semantics 71: adding and removing count together; the thousandth passes, one more does not
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  const outcomes = [];
  for (let i = 1; i <= 1002; i++) {
    const change = i % 2 ? 'addScope' : 'removeScope';
    outcomes.push(outcome(() => api.accessToken[change]('read:' + i)));
  }
  throw new Error(outcomes.lastIndexOf('passes') + 1 + ' pass; then: ' + outcomes.slice(1000).join(', '));
};
