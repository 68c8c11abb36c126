// semantics 77: an exchange must say whose tokens it gives
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setOrganization('org_1');
  api.user.setAppMetadata('groups', ['staff']);
};
