// semantics 72: it is behind a switch that is off, and says so at its line
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setUserById('auth0|1');
  api.transaction.setMetadata('channel', 'web');
};
