// semantics 2, 4: what happens to the object afterwards does not change what was asked for
exports.onExecutePostLogin = async (event, api) => {
  const roles = ['reader'];
  api.idToken.setCustomClaim('https://example.com/roles', roles);
  api.user.setAppMetadata('roles', roles);
  roles.push('admin');
};
