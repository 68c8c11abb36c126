exports.onExecutePostChallenge = async (event, api) => {
  console.log(api.transaction.setResultUrl('https://example.com/done?from=reset&n=1#top', { query: { n: 2, text: 'a b&c', none: undefined } }));
};
