exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/roles', event.authorization.roles);
  api.user.setAppMetadata('logins', event.stats.logins_count);
  console.log('risk', event.authentication.riskAssessment.confidence);
};
