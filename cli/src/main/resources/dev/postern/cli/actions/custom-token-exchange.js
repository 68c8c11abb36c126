// Runs at the start of a token exchange. It must say whose token it is, or deny.
/** @type {Postern.OnExecuteCustomTokenExchange} */
exports.onExecuteCustomTokenExchange = async (event, api) => {
  const user = userOf(event.transaction.subject_token);
  if (user === undefined) {
    api.access.rejectInvalidSubjectToken('the subject token is not valid');
    return;
  }
  api.authentication.setUserById(user);
};

/**
 * Put the check of your own tokens here.
 *
 * @param {string} token
 */
function userOf(token) {
  return token === 'legacy-session-1' ? 'auth0|1' : undefined;
}
