// semantics 52, 53, 55: metadata is ready before the browser leaves; earlier Actions are not repeated, later ones follow
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('visits', (event.user.user_metadata.visits ?? 0) + 1);
  api.transaction.setMetadata('from', 'before');
};
