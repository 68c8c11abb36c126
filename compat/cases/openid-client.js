const { Issuer, generators, errors } = require('openid-client');
const jwt = require('jsonwebtoken');

exports.run = async (base, material) => {
  const issuer = await Issuer.discover(base);
  const client = new issuer.Client({
    client_id: 'client',
    client_secret: 'secret',
    redirect_uris: ['https://acme.example/callback'],
    response_types: ['code'],
  });
  const granted = await client.grant({ grant_type: 'client_credentials', audience: 'api' });
  const url = new URL(client.authorizationUrl({
    scope: 'openid email',
    state: 'state-1',
    code_challenge: generators.codeChallenge('verifier'),
    code_challenge_method: 'S256',
  }));
  const info = await client.userinfo('access-token');
  let state;
  try {
    await client.callback('https://acme.example/callback', { code: 'c', state: 'other' }, { state: 'state-1' });
  } catch (error) {
    state = { name: error.name, message: error.message, isOurs: error instanceof errors.RPError };
  }
  let noKeys;
  try {
    await Issuer.discover(`${base}/nothing/.well-known/openid-configuration`);
  } catch (error) {
    noKeys = { name: error.name, message: error.message };
  }
  const now = Math.floor(Date.now() / 1000);
  const idToken = jwt.sign({ sub: 'auth0|1', iss: issuer.issuer, aud: 'client', iat: now, exp: now + 60 }, material.privateKey, {
    algorithm: 'RS256',
    keyid: material.keyId,
  });
  const logged = await client.callback('https://acme.example/callback', { id_token: idToken }, { response_type: 'id_token', nonce: undefined })
    .then((tokens) => tokens.claims().sub, (error) => `${error.name}: ${error.message}`);
  return {
    endpoint: issuer.metadata.token_endpoint.replace(base, ''),
    granted: { token: granted.access_token, type: granted.token_type, expires: granted.expires_in > 86_000 },
    url: [url.pathname, url.searchParams.get('code_challenge'), url.searchParams.get('scope'), url.searchParams.get('client_id')],
    info,
    params: client.callbackParams('https://acme.example/callback?code=c&state=s'),
    state,
    noKeys,
    logged,
    generated: [generators.state().length, generators.codeVerifier().length],
  };
};
