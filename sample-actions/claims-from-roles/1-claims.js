// Turns roles into permissions on the access token. Reserved names are left out without an error.
const permissionsOf = {
  editor: ['articles:read', 'articles:write'],
  auditor: ['articles:read', 'audit:read'],
};

exports.onExecutePostLogin = async (event, api) => {
  const roles = event.authorization?.roles ?? [];
  const permissions = [...new Set(roles.flatMap((role) => permissionsOf[role] ?? []))].sort();

  api.accessToken.setCustomClaim('https://acme.example/permissions', permissions);
  api.idToken.setCustomClaim('https://acme.example/roles', roles);
  api.idToken.setCustomClaim('roles', roles);
  if (permissions.includes('audit:read')) api.accessToken.addScope('audit:read');
};
