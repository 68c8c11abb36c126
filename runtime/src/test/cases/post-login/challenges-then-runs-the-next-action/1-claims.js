// semantics 6, 34, 44: after the challenge the next Action runs, and sees the factor
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/roles', event.authorization.roles);
  api.user.setAppMetadata('logins', event.stats.logins_count);
  console.log('risk', event.authentication.riskAssessment.confidence);
};
