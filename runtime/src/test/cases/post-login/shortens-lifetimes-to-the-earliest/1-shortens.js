// semantics 73: of several ends the earliest counts, over pauses as well; one later than the session's own changes nothing
exports.onExecutePostLogin = async (event, api) => {
  api.session.setExpiresAt(Date.parse('2026-01-01T20:00:00Z'));
  api.session.setExpiresAt(Date.parse('2026-01-01T22:00:00Z'));
  api.session.setIdleExpiresAt(Date.parse('2026-01-01T18:00:00.001Z'));
  api.refreshToken.setExpiresAt(Date.parse('2026-02-01T00:00:00Z'));
  api.refreshToken.setIdleExpiresAt(Date.parse('2026-01-10T00:00:00Z'));
  api.authentication.challengeWith({ type: 'otp' });
};
