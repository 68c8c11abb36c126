// semantics 71: 1 to 280 characters without white space, trimmed first; a list of those; nothing else
exports.onExecuteCredentialsExchange = async (event, api) => {
  api.transaction.addTargetScope(' ' + 's'.repeat(280) + '\n');
  const refused = [];
  for (const scope of ['', '  ', 'read a', 'read\ta', 's'.repeat(281), 7, null, undefined, ['a'], { scope: 'a' }]) {
    for (const call of [
      () => api.transaction.addTargetScope(scope),
      () => api.transaction.removeTargetScope(scope),
      () => api.transaction.setTargetScopes(['ok', scope]),
    ]) {
      try {
        call();
      } catch (error) {
        refused.push(error.name);
      }
    }
  }
  for (const scopes of ['a', undefined, null, { length: 0 }]) {
    try {
      api.transaction.setTargetScopes(scopes);
    } catch (error) {
      refused.push(error.name);
    }
  }
  console.log(refused.length, [...new Set(refused)].join(), JSON.stringify(event.transaction.target_scopes).length);
};
