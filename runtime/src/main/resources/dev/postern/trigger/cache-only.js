// The api object of the triggers that can change nothing.
(function ({ cache }) {
  return (call) => ({ cache: cache(call) });
});
