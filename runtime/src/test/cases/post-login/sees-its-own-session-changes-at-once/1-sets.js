// semantics 3, 73: metadata and cookie mode change in the event of the Action that sets them, and stay over a pause
exports.onExecutePostLogin = async (event, api) => {
  const seen = [];
  const look = () => seen.push({ ...event.session.metadata, mode: event.session.cookie.mode });
  api.session.setMetadata('new', '2');
  look();
  api.session.setCookieMode('non-persistent');
  look();
  api.session.setMetadata('old', null);
  look();
  api.idToken.setCustomClaim('https://example.com/seen', seen);
  api.authentication.challengeWith({ type: 'otp' });
};
