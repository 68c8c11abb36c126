// semantics 12, 13: the api is no promise, so it can be returned and awaited; the code after an awaited denial runs
exports.onExecutePostLogin = async (event, api) => {
  const awaited = await api.access.deny('first');
  api.user.setAppMetadata('awaited', awaited === api);
  return api.access.deny('second');
};
