// semantics 12: only access.deny and accessToken.setCustomClaim return api
exports.onExecuteCredentialsExchange = async (event, api) => {
  const { addTargetScope, removeTargetScope, setTargetScopes, clearTargetScopes } = api.transaction;
  console.log([addTargetScope('a'), removeTargetScope('a'), setTargetScopes(['b']), clearTargetScopes()].join('|') === '|||');
  console.log(Object.keys(api).join(' '));
};
