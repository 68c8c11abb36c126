// semantics 12: these give the api back
exports.onExecutePostLogin = async (event, api) => {
  const chained = api.idToken
    .setCustomClaim('https://example.com/a', 1)
    .accessToken.setCustomClaim('https://example.com/b', 2)
    .user.setUserMetadata('c', 3)
    .user.setAppMetadata('d', 4)
    .multifactor.enable('none')
    .authentication.recordMethod('https://example.com/check')
    .redirect.sendUserTo('https://example.com/away')
    .access.deny('end of the chain');
  api.user.setAppMetadata('same', chained === api);
};

exports.onContinuePostLogin = async (event, api) => {
  api.access.deny('never reached');
};
