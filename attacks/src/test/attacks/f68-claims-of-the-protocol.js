// attack: 68 sets the claims that say who the user is
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['sub', 'iss', 'aud', 'exp', 'iat', 'nbf', 'azp', 'nonce', 'auth_time', 'amr', 'acr', 'sid', 'at_hash', 'jti', 'org_id', '__proto__', 'https://app.example/roles', 'a b', '\0', '\u202esub', 'ѕub', ' sub', 'SUB', 'x'.repeat(10000)]) {
    for (const token of [api.idToken, api.accessToken]) {
      try {
        token.setCustomClaim(name, 'admin');
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
  }
};
