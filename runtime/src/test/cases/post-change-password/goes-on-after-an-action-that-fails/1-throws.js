// semantics 22: each failure is recorded with its line, the Actions after it run, the flow completes
exports.onExecutePostChangePassword = async (event, api) => {
  console.log('about to fail');
  throw new RangeError('the mail server is full');
};
