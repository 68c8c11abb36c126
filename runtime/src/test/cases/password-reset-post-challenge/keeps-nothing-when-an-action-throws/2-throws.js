exports.onExecutePostChallenge = async (event, api) => {
  throw new Error('no answer from the fraud service');
};
