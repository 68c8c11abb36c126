// semantics 71: scopes are trimmed; empty, spaced, too long and other types are refused; the last change of one counts
exports.onExecutePostLogin = async (event, api) => {
  api.accessToken.addScope('  read:a ');
  api.accessToken.addScope('read:b');
  api.accessToken.removeScope('read:b');
  api.accessToken.removeScope('read:c');
  api.accessToken.addScope('s'.repeat(280));
  const refused = [];
  for (const scope of ['', '   ', 'read a', 's'.repeat(281), 7, null, undefined, ['read:a']]) {
    try {
      api.accessToken.addScope(scope);
    } catch (error) {
      refused.push(error.name);
    }
  }
  api.idToken.setCustomClaim('https://example.com/refused', refused);
};
