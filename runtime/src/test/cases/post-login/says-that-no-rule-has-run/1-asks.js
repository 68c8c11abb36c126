// semantics 76: there are no Rules, so a migrated one is never run twice
exports.onExecutePostLogin = async (event, api) => {
  if (api.rules.wasExecuted('rul_1')) return api.access.deny('there are no Rules');
  api.idToken.setCustomClaim('https://example.com/migrated', true);
};
