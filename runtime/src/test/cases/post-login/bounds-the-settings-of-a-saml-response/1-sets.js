// semantics 74: each setting has its length, its values or its type, and refuses others when it is called
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  const saml = api.samlResponse;
  const most = {
    Audience: 2048, Recipient: 2048, Destination: 2048,
    NameIdentifierFormat: 512, AuthnContextClassRef: 512, Issuer: 512, RelayState: 512,
    SigningCert: 4096, EncryptionCert: 4096, EncryptionPublicKey: 4096, Cert: 4096, Key: 4096,
  };
  const outcomes = {};
  for (const [setting, length] of Object.entries(most)) {
    const set = saml['set' + setting];
    outcomes[setting] = [
      outcome(() => set('s'.repeat(length))),
      outcome(() => set('s'.repeat(length + 1))),
      outcome(() => set(7)),
    ];
  }
  const probes = (count, length) => outcome(() => saml.setNameIdentifierProbes(Array(count).fill('p'.repeat(length))));
  outcomes.NameIdentifierProbes = [probes(10, 512), probes(11, 1), probes(1, 513), probes(0, 0)];
  for (const flag of [
    'CreateUpnClaim', 'PassthroughClaimsWithNoMapping', 'MapUnknownClaimsAsIs', 'MapIdentities', 'SignResponse',
    'IncludeAttributeNameFormat', 'TypedAttributes',
  ]) {
    outcomes[flag] = [outcome(() => saml['set' + flag](true)), outcome(() => saml['set' + flag]('true'))];
  }
  for (const choice of ['SignatureAlgorithm', 'DigestAlgorithm', 'EncryptionAlgorithm']) {
    outcomes[choice] = ['rsa-sha1', 'sha1', 'aes256-cbc', 'md5'].map((value) => outcome(() => saml['set' + choice](value)));
  }
  outcomes.LifetimeInSeconds = [1, 0, -1, NaN, '60'].map((value) => outcome(() => saml.setLifetimeInSeconds(value)));
  throw new Error(JSON.stringify(outcomes, null, 1));
};
