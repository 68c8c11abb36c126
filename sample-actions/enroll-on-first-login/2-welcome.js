// The factor that was enrolled a moment ago is on the list now.
exports.onExecutePostLogin = async (event, api) => {
  const types = event.user.enrolledFactors.map((factor) => factor.type);
  api.user.setUserMetadata('factors', types);
  api.idToken.setCustomClaim('https://acme.example/factors', types);
};
