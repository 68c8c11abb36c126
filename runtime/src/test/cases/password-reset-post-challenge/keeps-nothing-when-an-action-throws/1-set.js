// semantics 19: the reset fails
exports.onExecutePostChallenge = async (event, api) => {
  api.transaction.setResultUrl('https://example.com/done');
};
