// semantics 69, 70: names that belong to the tokens themselves are ignored without an error
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['iss', 'sub', 'aud', 'exp', 'amr', 'acr', 'sid', 'org_id', 'x5t#S256', 'permissions', 'roles', '$x']) {
    api.idToken.setCustomClaim(name, 'mine');
    api.accessToken.setCustomClaim(name, 'mine');
  }
  api.idToken.setCustomClaim('https://example.com/roles', 'kept');
  api.accessToken.setCustomClaim('https://example.com/roles', 'kept');
};
