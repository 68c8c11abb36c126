const { JWT, OAuth2Client } = require('google-auth-library');
const { createVerify } = require('crypto');

exports.run = async (base, material) => {
  const account = new JWT({
    email: 'robot@acme.example',
    key: material.privateKey,
    keyId: material.keyId,
    subject: 'ann@acme.example',
  });
  const { Authorization } = await account.getRequestHeaders('https://acme.example/api');
  const token = Authorization.split(' ')[1];
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url'));
  const client = new OAuth2Client({
    clientId: 'client',
    clientSecret: 'secret',
    redirectUri: 'https://acme.example/callback',
    endpoints: { oauth2TokenUrl: `${base}/token` },
  });
  const { tokens } = await client.getToken('code-1');
  let failure;
  try {
    const wrong = new OAuth2Client({ clientId: 'wrong', clientSecret: 'x', endpoints: { oauth2TokenUrl: `${base}/token` } });
    await wrong.getToken('code-1');
  } catch (error) {
    failure = { message: error.message, code: error.code, status: error.status, data: error.response?.data };
  }
  let invalid;
  try {
    await client.verifySignedJwtWithCertsAsync(`${token.slice(0, -6)}AAAAAA`, { [material.keyId]: material.publicKey }, 'a');
  } catch (error) {
    invalid = error.message.split(':')[0];
  }
  const url = new URL(client.generateAuthUrl({ access_type: 'offline', scope: ['email', 'profile'] }));
  return {
    header: JSON.parse(Buffer.from(header, 'base64url')),
    claims: [claims.iss, claims.sub, claims.aud, claims.exp - claims.iat],
    isSigned: createVerify('RSA-SHA256').update(`${header}.${payload}`).verify(material.publicKey, signature, 'base64url'),
    tokens: { ...tokens, expiry_date: tokens.expiry_date > 0 },
    failure,
    invalid,
    url: [url.pathname, url.searchParams.get('scope'), url.searchParams.get('access_type')],
  };
};
