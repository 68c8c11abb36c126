exports.onExecutePostChallenge = async (event, api) => {
  console.log('same transaction, no second challenge');
  api.transaction.setResultUrl('https://example.com/done');
};
