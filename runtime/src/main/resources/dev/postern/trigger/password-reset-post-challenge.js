// The api object of password-reset-post-challenge.
(function ({ access, cache, mfa, redirect }) {
  return (call) => ({
    access: { deny: access.deny(call, false) },
    authentication: mfa.challenges(call),
    cache: cache(call),
    prompt: redirect.prompt(call),
    redirect: redirect.redirect(call, false),
    transaction: {
      setResultUrl(url, options) {
        redirect.target(call, 'transaction.setResultUrl', url, options);
      },
    },
  });
});
