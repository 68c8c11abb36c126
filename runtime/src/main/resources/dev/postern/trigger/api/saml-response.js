// api.samlResponse
(function ({ append, atMost, boolean, fail, isArray, keys, name, oneOf, string, stringify, strings }) {
  const attributeNameLength = 1024;
  const attributeValueLength = 2048;
  const mostAttributes = 100;
  const mostProbes = 10;
  const long = 2048;
  const short = 512;
  const key = 4096;

  const texts = {
    __proto__: null,
    setAudience: long,
    setRecipient: long,
    setDestination: long,
    setNameIdentifierFormat: short,
    setAuthnContextClassRef: short,
    setRelayState: short,
    setIssuer: short,
    setSigningCert: key,
    setEncryptionCert: key,
    setEncryptionPublicKey: key,
    setCert: key,
    setKey: key,
  };
  const flags = [
    'setCreateUpnClaim',
    'setPassthroughClaimsWithNoMapping',
    'setMapUnknownClaimsAsIs',
    'setMapIdentities',
    'setSignResponse',
    'setIncludeAttributeNameFormat',
    'setTypedAttributes',
  ];
  const choices = {
    __proto__: null,
    setSignatureAlgorithm: ['rsa-sha1', 'rsa-sha256'],
    setDigestAlgorithm: ['sha1', 'sha256'],
    setEncryptionAlgorithm: ['aes256-cbc', 'aes256-gcm'],
  };

  function plain(method, value) {
    if (typeof value === 'string') return atMost(method, 'value', value, attributeValueLength);
    if (value === null || typeof value === 'boolean' || (typeof value === 'number' && value - value === 0)) return value;
    return fail(method, 'value must be a string, a finite number, a boolean, null, or an array of those');
  }

  return (call) => {
    const { samlChars, samlAttributes } = call.settings;
    let attributes = 0;
    let length = 0;
    const earlier = keys(samlAttributes);
    for (let i = 0; i < earlier.length; i++) {
      attributes++;
      length += earlier[i].length + stringify(samlAttributes[earlier[i]]).length;
    }

    const saml = {
      setAttribute(attribute, value) {
        const method = 'samlResponse.setAttribute';
        name(method, 'attribute', attribute, attributeNameLength);
        let checked = null;
        if (isArray(value)) {
          checked = [];
          for (let i = 0; i < value.length; i++) append(checked, plain(method, value[i]));
        } else if (value !== undefined) checked = plain(method, value);
        if (attributes === mostAttributes) fail(method, 'more than ' + mostAttributes + ' changes of attributes');
        const next = length + attribute.length + stringify(checked).length;
        if (next > samlChars) fail(method, 'the attributes must have at most ' + samlChars + ' characters');
        call.command(method, attribute, checked);
        attributes++;
        length = next;
        return call.api;
      },
      setLifetimeInSeconds(lifetimeInSeconds) {
        const method = 'samlResponse.setLifetimeInSeconds';
        if (typeof lifetimeInSeconds !== 'number' || !(lifetimeInSeconds > 0) || lifetimeInSeconds > 2147483647) {
          fail(method, 'lifetimeInSeconds must be a positive number');
        }
        call.command(method, lifetimeInSeconds);
        return call.api;
      },
      setNameIdentifierProbes(nameIdentifierProbes) {
        const method = 'samlResponse.setNameIdentifierProbes';
        call.command(method, strings(method, 'nameIdentifierProbes', nameIdentifierProbes, mostProbes, short));
        return call.api;
      },
    };
    function add(setter, check) {
      const method = 'samlResponse.' + setter;
      saml[setter] = (value) => {
        call.command(method, check(method, value));
        return call.api;
      };
    }
    for (const setter in texts) add(setter, (method, value) => string(method, 'the value', value, texts[setter]));
    for (const setter in choices) add(setter, (method, value) => oneOf(method, 'the value', value, choices[setter]));
    for (let i = 0; i < flags.length; i++) add(flags[i], (method, value) => boolean(method, 'the value', value));
    return saml;
  };
});
