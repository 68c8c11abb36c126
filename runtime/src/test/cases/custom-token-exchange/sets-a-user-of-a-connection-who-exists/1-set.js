// semantics 77: with none and none a user is neither created nor changed
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setUserByConnection('Legacy', { user_id: 'legacy-17' }, { creationBehavior: 'none', updateBehavior: 'none' });
};
