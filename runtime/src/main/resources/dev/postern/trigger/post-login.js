// The api object of post-login.
(function ({ access, cache, claims, directory, identity, lifetime, metadata, mfa, outcome, redirect, samlResponse, targetScopes }) {
  return (call) => ({
    access: { deny: access.deny(call, true) },
    accessToken: claims.accessTokenWithScopes(call),
    authentication: { ...mfa.challenges(call), ...mfa.enrollments(call), ...identity.login(call) },
    cache: cache(call),
    groups: directory.groups(call),
    idToken: claims.idToken(call),
    multifactor: mfa.multifactor(call),
    prompt: redirect.prompt(call),
    redirect: { ...redirect.redirect(call, true), canRedirect: redirect.canRedirect(call) },
    refreshToken: lifetime.refreshToken(call, metadata),
    roles: directory.roles(call),
    rules: {
      // There are no Rules here.
      wasExecuted(ruleId) {
        return false;
      },
    },
    samlResponse: samlResponse(call),
    session: lifetime.session(call, metadata),
    transaction: { setMetadata: metadata.transaction(call), ...targetScopes.notEnabled(call) },
    user: metadata.profile(call, true),
    validation: outcome.validation(call),
  });
});
