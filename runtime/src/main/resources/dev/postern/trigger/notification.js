// The api object of custom-email-provider and custom-phone-provider.
(function ({ cache, outcome }) {
  return (call) => ({ cache: cache(call), notification: outcome.notification(call) });
});
