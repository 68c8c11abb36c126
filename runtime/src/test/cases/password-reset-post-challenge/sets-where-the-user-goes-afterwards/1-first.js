// semantics 12: the URL with its query, for the host; the last call counts; it returns nothing
exports.onExecutePostChallenge = async (event, api) => {
  api.transaction.setResultUrl('https://example.com/first');
};
