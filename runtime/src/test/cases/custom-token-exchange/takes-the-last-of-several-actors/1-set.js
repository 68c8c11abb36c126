// semantics 77: actor and organization may be set again; the last call counts
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setActor({ sub: 'first', team: 'a' });
  api.authentication.setActor({ sub: 'second' });
  api.authentication.setOrganization('org_1');
  api.authentication.setOrganization('Acme');
  api.authentication.setUserById('auth0|1');
};
