exports.onExecutePostChallenge = async (event, api) => {
  console.log('never said');
};
