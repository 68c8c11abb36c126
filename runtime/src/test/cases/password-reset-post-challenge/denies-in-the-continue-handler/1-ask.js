// semantics 13, 53: no other Action runs
exports.onExecutePostChallenge = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/check');
};

exports.onContinuePostChallenge = async (event, api) => {
  if (event.request.query.answer !== 'yes') api.access.deny('not confirmed');
};
