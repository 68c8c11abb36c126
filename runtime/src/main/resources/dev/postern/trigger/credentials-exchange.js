// The api object of credentials-exchange.
(function ({ access, cache, claims, targetScopes }) {
  const errorCodes = ['invalid_scope', 'invalid_request', 'server_error'];
  return (call) => ({
    access: { deny: access.denyWithCode(call, true, errorCodes) },
    accessToken: claims.accessToken(call),
    cache: cache(call),
    transaction: targetScopes.live(call),
  });
});
