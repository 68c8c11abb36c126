exports.onExecutePostChallenge = async (event, api) => {
  if (event.user.username === 'bob') {
    api.access.deny('not for bob');
  }
};
