exports.onExecutePostLogin = async (event, api) => {
  api.session.setExpiresAt(Date.parse('2026-01-02T12:00:00.001Z'));
  api.session.setIdleExpiresAt(Date.parse('2026-01-01T18:00:00Z'));
  api.refreshToken.setExpiresAt(Date.parse('2026-01-20T00:00:00Z'));
  api.refreshToken.setIdleExpiresAt(Date.parse('2026-01-11T00:00:00Z'));
};
