// semantics 73: without a session setting metadata throws, deleting and evicting do nothing; a new one may be limited
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
    outcome(() => api.session.setMetadata('a', 'b')),
    outcome(() => api.session.setMetadata('a', null)),
    outcome(() => api.session.deleteMetadata('a')),
    outcome(() => api.session.evictMetadata()),
    outcome(() => api.session.setCookieMode('non-persistent')),
    outcome(() => api.session.setCookieMode('strict')),
    outcome(() => api.session.setExpiresAt(1767312000000)),
  ]);
};
