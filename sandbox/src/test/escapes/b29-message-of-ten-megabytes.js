// expect: threw
exports.onTest = async (event, api) => {
  const error = new Error('m'.repeat(10000000));
  error.name = 'n'.repeat(10000000);
  error.stack = 's\n    at x (script.js:1:1)'.repeat(500000);
  throw error;
};
