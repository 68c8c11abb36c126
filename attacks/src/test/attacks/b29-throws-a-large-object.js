// attack: 29 throws a large object
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  throw Array.from({ length: 100 }, () => ({ text: 'x'.repeat(50000) }));
};
