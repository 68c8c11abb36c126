const njwt = require('njwt');

const failure = (work) => {
  try {
    return work();
  } catch (error) {
    return { name: error.name, message: error.message, userMessage: error.userMessage };
  }
};

exports.run = async (base, { privateKey, publicKey }) => {
  const hour = 3_600_000;
  const create = (key, algorithm = 'HS256') => {
    const jwt = njwt.create({ iss: 'https://acme.example/', sub: 'auth0|1', scope: 'a b' }, key, algorithm);
    return jwt.setJti('id-1').setIssuedAt(1_700_000_000).setExpiration(4_102_444_800_000);
  };
  const hmac = create('secret').compact();
  const rsa = create(privateKey, 'RS256').setHeader('kid', 'key-1').compact();
  const expired = create('secret').setExpiration(1_000 * hour).compact();
  const resolved = await new Promise((resolve, reject) =>
    njwt
      .createVerifier()
      .setSigningAlgorithm('RS256')
      .withKeyResolver((kid, done) => done(null, kid === 'key-1' ? publicKey : undefined))
      .verify(rsa, (error, jwt) => (error ? reject(error) : resolve(jwt))),
  );
  return {
    hmac,
    rsa,
    verified: njwt.verify(hmac, 'secret').body,
    byRsa: njwt.verify(rsa, publicKey, 'RS256').header,
    resolved: resolved.body.sub,
    isExpired: njwt.verify(hmac, 'secret').isExpired(),
    failures: {
      expired: failure(() => njwt.verify(expired, 'secret')),
      signature: failure(() => njwt.verify(hmac, 'other')),
      malformed: failure(() => njwt.verify('a.b', 'secret')),
      algorithm: failure(() => njwt.verify(rsa, 'secret')),
      noKey: failure(() => njwt.create({}, undefined)),
    },
  };
};
