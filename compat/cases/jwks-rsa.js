const jwksClient = require('jwks-rsa');
const jwt = require('jsonwebtoken');

exports.run = async (base, material) => {
  const client = jwksClient({ jwksUri: `${base}/.well-known/jwks.json`, cache: true, rateLimit: true });
  const token = jwt.sign({ sub: 'auth0|1', iat: 1_700_000_000 }, material.privateKey, {
    algorithm: 'RS256',
    keyid: material.keyId,
  });
  const key = await client.getSigningKey(material.keyId);
  const again = await client.getSigningKey(material.keyId);
  const verified = await new Promise((resolve, reject) =>
    jwt.verify(
      token,
      (header, done) => client.getSigningKey(header.kid, (error, found) => done(error, found?.getPublicKey())),
      { algorithms: ['RS256'] },
      (error, decoded) => (error ? reject(error) : resolve(decoded)),
    ),
  );
  const failures = {};
  try {
    await client.getSigningKey('other');
  } catch (error) {
    failures.key = { name: error.name, message: error.message, isOurs: error instanceof jwksClient.SigningKeyNotFoundError };
  }
  try {
    await jwksClient({ jwksUri: `${base}/nothing` }).getSigningKeys();
  } catch (error) {
    failures.uri = { name: error.name, message: error.message };
  }
  return {
    kid: key.kid,
    alg: key.alg,
    isThatKey: key.getPublicKey().trim() === material.publicKey.trim(),
    isCached: again === key || again.getPublicKey() === key.getPublicKey(),
    verified,
    count: (await client.getSigningKeys()).length,
    failures,
  };
};
