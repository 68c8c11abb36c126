exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/seen', {
    email: event.user.email,
    role: event.user.app_metadata.role,
    methods: event.authentication.methods.length,
    client: event.client.name,
    extra: typeof event.extra,
    shared: typeof globalThis.shared,
    polluted: typeof {}.polluted,
  });
};
