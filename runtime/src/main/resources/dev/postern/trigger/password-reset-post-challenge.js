// The api object of password-reset-post-challenge.
(function ({ access, cache, mfa, redirect }) {
  return (call) => ({
    access: { deny: access.deny(call, false) },
    authentication: { challengeWith: mfa.challengeWith(call), challengeWithAny: mfa.challengeWithAny(call) },
    cache: cache(call),
    prompt: redirect.prompt(call),
    redirect: {
      encodeToken: redirect.encodeToken(),
      sendUserTo: redirect.sendUserTo(call, false),
      validateToken: redirect.validateToken(),
    },
    transaction: {
      setResultUrl(url, options) {
        redirect.target(call, 'transaction.setResultUrl', url, options);
      },
    },
  });
});
