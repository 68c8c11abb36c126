// Lets sessions of the old shop go on in the new one: a secret holds which of its tokens belong to whom, and until when.
exports.onExecuteCustomTokenExchange = async (event, api) => {
  const sessions = JSON.parse(event.secrets.SESSIONS);
  const token = event.transaction.subject_token;
  const session = Object.hasOwn(sessions, token) ? sessions[token] : undefined;
  if (!session || Date.parse(session.until) <= Date.now()) {
    api.access.rejectInvalidSubjectToken('the session is not known, or has ended');
    return;
  }
  if (event.transaction.requested_scopes.includes('offline_access')) {
    api.access.deny('offline_not_allowed', 'an old session gives no refresh token');
    return;
  }
  api.authentication.setUserByConnection(
    'Legacy-Shop',
    { user_id: session.user, email: session.email, email_verified: true, verify_email: false },
    { creationBehavior: 'create_if_not_exists', updateBehavior: 'none' },
  );
  api.user.setAppMetadata('came_from', 'legacy-shop');
};
