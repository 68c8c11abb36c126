exports.onExecutePostChallenge = async (event, api) => {
  console.log(JSON.stringify(api.cache.get('token')), api.cache.get('gone'));
};
