// The api object of post-login. What few Actions use is made when it is first asked for.
(function (parts) {
  const { access, cache, claims, identity, metadata, mfa, redirect } = parts;
  return (call, own) => ({
    access: { deny: access.deny(call, true) },
    accessToken: claims.accessTokenWithScopes(call),
    authentication: {
      challengeWith: mfa.challengeWith(call),
      challengeWithAny: mfa.challengeWithAny(call),
      enrollWith: mfa.enrollWith(call),
      enrollWithAny: mfa.enrollWithAny(call),
      recordMethod: identity.recordMethod(call),
      setPrimaryUser: identity.setPrimaryUser(call),
    },
    cache: cache(call),
    get groups() {
      return own('groups', parts.directory.groups());
    },
    set groups(value) {
      own('groups', value);
    },
    idToken: claims.idToken(call),
    multifactor: { enable: mfa.enable(call) },
    get prompt() {
      return own('prompt', redirect.prompt(call));
    },
    set prompt(value) {
      own('prompt', value);
    },
    redirect: {
      canRedirect: redirect.canRedirect(call),
      encodeToken: redirect.encodeToken(),
      sendUserTo: redirect.sendUserTo(call, true),
      validateToken: redirect.validateToken(),
    },
    get refreshToken() {
      return own('refreshToken', parts.lifetime.refreshToken(call, metadata));
    },
    set refreshToken(value) {
      own('refreshToken', value);
    },
    get roles() {
      return own('roles', parts.directory.roles());
    },
    set roles(value) {
      own('roles', value);
    },
    rules: {
      // There are no Rules here.
      wasExecuted(ruleId) {
        return false;
      },
    },
    get samlResponse() {
      return own('samlResponse', parts.samlResponse(call));
    },
    set samlResponse(value) {
      own('samlResponse', value);
    },
    get session() {
      return own('session', parts.lifetime.session(call, metadata));
    },
    set session(value) {
      own('session', value);
    },
    get transaction() {
      return own('transaction', {
        setMetadata: metadata.transaction(call),
        ...parts.targetScopes.notEnabled(),
      });
    },
    set transaction(value) {
      own('transaction', value);
    },
    user: metadata.profile(call, true),
    get validation() {
      return own('validation', parts.outcome.validation(call));
    },
    set validation(value) {
      own('validation', value);
    },
  });
});
