// semantics 12, 74: each method gives the api back, and a pause loses none; the private key is shown nowhere
exports.onExecutePostLogin = async (event, api) => {
  const chained = api.samlResponse
    .setAttribute('https://example.com/roles', ['admin', 7, true, null])
    .samlResponse.setAttribute('empty', undefined)
    .samlResponse.setAudience('urn:example:audience')
    .samlResponse.setRecipient('https://example.com/recipient')
    .samlResponse.setDestination('https://example.com/destination')
    .samlResponse.setCreateUpnClaim(false)
    .samlResponse.setPassthroughClaimsWithNoMapping(false)
    .samlResponse.setMapUnknownClaimsAsIs(true)
    .samlResponse.setMapIdentities(false)
    .samlResponse.setSignatureAlgorithm('rsa-sha256')
    .samlResponse.setDigestAlgorithm('sha256')
    .samlResponse.setLifetimeInSeconds(600)
    .samlResponse.setSignResponse(true)
    .samlResponse.setNameIdentifierFormat('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress')
    .samlResponse.setNameIdentifierProbes(['https://example.com/email', 'email'])
    .samlResponse.setAuthnContextClassRef('urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified')
    .samlResponse.setSigningCert('the certificate of requests')
    .samlResponse.setIncludeAttributeNameFormat(true)
    .samlResponse.setTypedAttributes(false)
    .samlResponse.setEncryptionCert('the certificate of the receiver')
    .samlResponse.setEncryptionPublicKey('the key of the receiver')
    .samlResponse.setCert('our certificate')
    .samlResponse.setKey('our private key')
    .samlResponse.setRelayState('back to the cart')
    .samlResponse.setIssuer('urn:example:issuer')
    .samlResponse.setEncryptionAlgorithm('aes256-gcm');
  console.log(chained === api, Object.keys(api.samlResponse).length);
  api.authentication.challengeWith({ type: 'otp' });
};
