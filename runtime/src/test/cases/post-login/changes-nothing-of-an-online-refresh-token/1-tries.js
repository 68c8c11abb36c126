// semantics 73: a refresh token that lives as long as its session has no lifetime and no metadata to change
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  api.idToken.setCustomClaim('https://example.com/outcomes', [
    outcome(() => api.refreshToken.setExpiresAt(1767312000000)),
    outcome(() => api.refreshToken.setIdleExpiresAt(1767312000000)),
    outcome(() => api.refreshToken.setMetadata('a', 'b')),
    outcome(() => api.refreshToken.deleteMetadata('a')),
    outcome(() => api.refreshToken.evictMetadata()),
  ]);
};
