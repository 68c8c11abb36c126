// attack: 29 message of ten megabytes
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const error = new Error('m'.repeat(10000000));
  error.name = 'n'.repeat(10000000);
  error.stack = 's\n    at x (action.js:1:1)'.repeat(500000);
  throw error;
};
