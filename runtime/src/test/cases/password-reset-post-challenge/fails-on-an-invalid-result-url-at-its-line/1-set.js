// semantics 52: what is no absolute web address is refused when the method is called
exports.onExecutePostChallenge = async (event, api) => {
  for (const url of ['javascript:alert(1)', 'https://', '//example.com/a', 'https://ada@example.com/']) {
    try {
      api.transaction.setResultUrl(url);
    } catch (error) {
      console.log(error.name);
    }
  }
  for (const args of [[''], [7], ['https://example.com/', 7], ['https://example.com/', { query: 'a=b' }]]) {
    try {
      api.transaction.setResultUrl(...args);
    } catch (error) {
      console.log(error.name);
    }
  }
  api.transaction.setResultUrl('/done');
};
