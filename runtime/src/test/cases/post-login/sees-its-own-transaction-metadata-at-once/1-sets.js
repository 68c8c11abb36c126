// semantics 3, 72: the call changes the event of the Action that makes it; null removes
exports.onExecutePostLogin = async (event, api) => {
  const seen = [];
  api.transaction.setMetadata('step', 1);
  seen.push(event.transaction.metadata.step);
  api.transaction.setMetadata('step', 2);
  seen.push(event.transaction.metadata.step);
  api.transaction.setMetadata('step', null);
  seen.push('step' in event.transaction.metadata);
  api.transaction.setMetadata('trusted', false);
  api.idToken.setCustomClaim('https://example.com/own', seen);
};
