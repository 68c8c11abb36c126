const jose = require('jose5');

const NOW = 1_700_000_000;
const at = { currentDate: new Date((NOW + 10) * 1000) };

const failure = async (work) => {
  try {
    return await work();
  } catch (error) {
    return { name: error.constructor.name, code: error.code, message: error.message, claim: error.claim };
  }
};

exports.run = async (base, material) => {
  const secret = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
  const privateKey = await jose.importPKCS8(material.privateKey, 'RS256');
  const publicKey = await jose.importSPKI(material.publicKey, 'RS256');
  const fromJwk = await jose.importJWK(material.publicJwk, 'RS256');
  const sign = (key, alg) =>
    new jose.SignJWT({ roles: ['admin'] })
      .setProtectedHeader({ alg, kid: material.keyId })
      .setSubject('auth0|1')
      .setIssuer('https://acme.example/')
      .setAudience('api')
      .setIssuedAt(NOW)
      .setExpirationTime(NOW + 3600)
      .sign(key);
  const hmac = await sign(secret, 'HS256');
  const rsa = await sign(privateKey, 'RS256');
  const { payload, protectedHeader } = await jose.jwtVerify(rsa, publicKey, {
    ...at,
    issuer: 'https://acme.example/',
    audience: 'api',
  });
  const remote = jose.createRemoteJWKSet(new URL(`${base}/.well-known/jwks.json`));
  const pair = await jose.generateKeyPair('ES256', { extractable: true });
  const exported = await jose.exportJWK(pair.publicKey);
  const encrypted = await new jose.EncryptJWT({ secret: 'value' })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(NOW)
    .encrypt(secret);
  const wrapped = await new jose.CompactEncrypt(new TextEncoder().encode('wrapped'))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' })
    .encrypt(await jose.importSPKI(material.publicKey, 'RSA-OAEP-256'));
  const unwrapped = await jose.compactDecrypt(wrapped, await jose.importPKCS8(material.privateKey, 'RSA-OAEP-256'));
  return {
    hmac,
    rsa,
    payload,
    protectedHeader,
    byJwk: (await jose.jwtVerify(rsa, fromJwk, at)).payload.sub,
    byRemote: (await jose.jwtVerify(rsa, remote, at)).payload.sub,
    byGenerated: (await jose.jwtVerify(await sign(pair.privateKey, 'ES256'), pair.publicKey, at)).payload.sub,
    exported: [exported.kty, exported.crv, exported.x.length],
    decrypted: (await jose.jwtDecrypt(encrypted, secret, at)).payload,
    unwrapped: new TextDecoder().decode(unwrapped.plaintext),
    thumbprint: (await jose.calculateJwkThumbprint({ kty: 'RSA', n: 'AQAB', e: 'AQAB' })),
    decoded: [jose.decodeJwt(hmac).iss, jose.decodeProtectedHeader(hmac)],
    failures: {
      expired: await failure(() => jose.jwtVerify(rsa, publicKey)),
      audience: await failure(() => jose.jwtVerify(rsa, publicKey, { ...at, audience: 'other' })),
      signature: await failure(() => jose.jwtVerify(hmac.slice(0, -4) + 'AAAA', secret, at)),
      malformed: await failure(() => jose.jwtVerify('a.b.c.d', secret)),
      algorithm: await failure(() => jose.jwtVerify(hmac, secret, { ...at, algorithms: ['HS512'] })),
      noMatch: await failure(async () => {
        const token = await new jose.SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'other' }).sign(privateKey);
        return jose.jwtVerify(token, jose.createLocalJWKSet({ keys: [material.publicJwk] }), at);
      }),
    },
  };
};
