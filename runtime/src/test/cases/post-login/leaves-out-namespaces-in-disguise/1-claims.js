// semantics 70: reserved namespaces stay reserved however they are written
exports.onExecutePostLogin = async (event, api) => {
  const names = [
    'https://AUTH0.COM/a',
    'https://my_tenant.auth0.com/a',
    'https://auth0.com./a',
    'https://auth0.com/my claim',
    'https://auth0.com/%zz',
    'https://x.auth0.com/{a}',
    ' https://auth0.com/a',
    'http://user@webtask.io:8080/a',
    'https:\\\\webtask.run/a',
    'https://auth0.com',
    'URN:auth0:a',
  ];
  for (const name of names) api.idToken.setCustomClaim(name, 1);
  api.idToken.setCustomClaim('https://notauth0.com/kept', 1);
  api.idToken.setCustomClaim('https://auth0.com.example/kept', 1);
};
