exports.onExecutePostChallenge = async (event, api) => {
  console.log('after the form');
};
