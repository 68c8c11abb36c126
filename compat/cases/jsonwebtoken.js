const jwt = require('jsonwebtoken');

const NOW = 1_700_000_000;

const failure = (work) => {
  try {
    return work();
  } catch (error) {
    return { name: error.name, message: error.message, expiredAt: error.expiredAt, isOurs: error instanceof jwt.JsonWebTokenError };
  }
};

exports.run = async (base, { privateKey, publicKey }) => {
  const claims = { sub: 'auth0|1', iat: NOW, roles: ['admin'], name: 'Änn' };
  const hmac = jwt.sign(claims, 'secret', { expiresIn: '1h', issuer: 'https://acme.example/', audience: 'api' });
  const rsa = jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: 'key-1', expiresIn: 60 });
  const pss = jwt.sign(claims, privateKey, { algorithm: 'PS256' });
  const at = { clockTimestamp: NOW + 10 };
  const encrypted = await new Promise((resolve, reject) =>
    jwt.verify(
      rsa,
      (header, done) => done(null, header.kid === 'key-1' ? publicKey : undefined),
      { ...at, algorithms: ['RS256'], complete: true },
      (error, decoded) => (error ? reject(error) : resolve(decoded)),
    ),
  );
  return {
    hmac,
    rsa,
    verified: jwt.verify(hmac, 'secret', { ...at, issuer: 'https://acme.example/', audience: ['api'] }),
    complete: encrypted,
    pss: jwt.verify(pss, publicKey, { ...at, algorithms: ['PS256'] }).sub,
    decoded: jwt.decode(rsa, { complete: true }).header,
    algorithms: ['HS384', 'HS512'].map((algorithm) => jwt.sign(claims, 'secret', { algorithm })),
    failures: {
      expired: failure(() => jwt.verify(hmac, 'secret')),
      early: failure(() => jwt.verify(jwt.sign({ ...claims, nbf: NOW + 99 }, 's'), 's', at)),
      wrongKey: failure(() => jwt.verify(hmac, 'other', at)),
      wrongAudience: failure(() => jwt.verify(hmac, 'secret', { ...at, audience: 'other' })),
      malformed: failure(() => jwt.verify('a.b', 'secret')),
      noKey: failure(() => jwt.sign(claims, '')),
      confusedAlgorithm: failure(() => jwt.verify(hmac, publicKey, { ...at, algorithms: ['RS256'] })),
      badOption: failure(() => jwt.sign(claims, 's', { expiresIn: 'never' })),
      notAKey: failure(() => jwt.sign(claims, 'text', { algorithm: 'RS256' })),
    },
  };
};
