const auth0 = require('auth0-js');

const failure = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

exports.run = async (base, material) => {
  const options = { domain: material.domain, clientID: 'client', redirectUri: 'https://acme.example/callback' };
  const authentication = new auth0.Authentication(options);
  const tenant = (url) => url.replace(/127\.0\.0\.1:\d+/, 'tenant');
  return {
    version: auth0.version.raw,
    authorize: tenant(
      authentication.buildAuthorizeUrl({
        responseType: 'code',
        scope: 'openid profile',
        state: 'a state',
        connection: 'google-oauth2',
      }),
    ),
    logout: tenant(authentication.buildLogoutUrl({ returnTo: 'https://acme.example/', clientID: 'client' })),
    missing: failure(() => new auth0.Authentication({})),
    missingType: failure(() => authentication.buildAuthorizeUrl({})),
    webAuth: failure(() => typeof new auth0.WebAuth({ ...options, responseType: 'token' }).authorize),
  };
};
