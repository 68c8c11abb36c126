// The api object of custom-token-exchange.
(function ({ access, cache, identity, metadata }) {
  return (call) => ({
    access: {
      deny: access.denyWithCode(call, false),
      rejectInvalidSubjectToken: access.rejectInvalidSubjectToken(call),
    },
    authentication: identity.exchange(call),
    cache: cache(call),
    transaction: {
      // Auth0 has it behind a flag that is off.
      setMetadata(key, value) {
        throw new Error('api.transaction.setMetadata is not enabled');
      },
    },
    user: metadata.profile(call, false),
  });
});
