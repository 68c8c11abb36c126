/**
 * Puts the user's roles into both tokens.
 * The namespace is that of the environment: ##NAMESPACE##.
 */
const NAMESPACE = '##NAMESPACE##';

exports.onExecutePostLogin = async (event, api) => {
  const roles = event.authorization?.roles ?? [];
  api.idToken.setCustomClaim(`${NAMESPACE}/roles`, roles);
  api.accessToken.setCustomClaim(`${NAMESPACE}/roles`, roles);
};
