// The api object of pre-user-registration.
(function ({ access, cache, metadata, outcome }) {
  const errorLength = 100;
  return (call) => ({
    access: { deny: access.denyWithMessage(call) },
    cache: cache(call),
    user: { ...metadata.profile(call, true), setUserId: outcome.setUserId(call) },
    validation: outcome.validation(call, errorLength),
  });
});
