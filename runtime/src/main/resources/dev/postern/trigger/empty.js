// The api object of signup-post-identifier: its published type has no member.
(function () {
  return () => ({});
});
