// semantics 12, 77: the user, the organization and metadata of an exchange; no method returns api
exports.onExecuteCustomTokenExchange = async (event, api) => {
  const { setUserById, setOrganization } = api.authentication;
  const returned = [
    setUserById('auth0|' + event.transaction.subject_token),
    setOrganization('org_1'),
    api.user.setUserMetadata('locale', 'it'),
    api.user.setAppMetadata('groups', ['staff']),
  ];
  console.log(returned.every((value) => value === undefined), Object.keys(api).join(' '));
};
