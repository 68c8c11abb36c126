// semantics 70: these are not the tenant's to use
exports.onExecutePostLogin = async (event, api) => {
  for (const name of [
    'https://auth0.com/a',
    'https://acme.auth0.com/a',
    'http://webtask.io/a',
    'https://x.webtask.run',
    'urn:auth0:a',
    'https://notauth0.com/a',
    'https://auth0.com.example.com/a',
    'urn:example:a',
  ]) {
    api.idToken.setCustomClaim(name, true);
    api.accessToken.setCustomClaim(name, true);
  }
};
