const OWN_USERS = 'Username-Password-Authentication';

// A subject token is a word and the id of a user.
exports.onExecuteCustomTokenExchange = async (event, api) => {
  const { subject_token, subject_token_type } = event.transaction;
  if (subject_token_type !== 'https://acme.example/legacy') {
    return api.access.deny('unsupported_token_type', 'we know no such tokens');
  }
  const [word, id] = subject_token.split(' ');
  switch (word) {
    case 'user':
      return api.authentication.setUserById(id);
    case 'agent':
      api.authentication.setActor({ sub: event.client.client_id });
      return api.authentication.setUserById(id);
    case 'partner':
      api.authentication.setOrganization('partners');
      return api.authentication.setUserById(id);
    case 'profile':
      api.user.setUserMetadata('from', 'legacy');
      return api.authentication.setUserByConnection(
        OWN_USERS,
        { user_id: id, username: `legacy-${id}`, email: `${id}@legacy.example`, email_verified: true, given_name: 'Lee' },
        { creationBehavior: 'create_if_not_exists', updateBehavior: 'none' },
      );
    case 'known':
      return api.authentication.setUserByConnection(
        OWN_USERS,
        { user_id: id, given_name: 'Leo' },
        { creationBehavior: 'none', updateBehavior: 'replace' },
      );
    case 'of':
      return api.authentication.setUserByConnection(
        'no-such-provider',
        { user_id: id },
        { creationBehavior: 'create_if_not_exists', updateBehavior: 'none' },
      );
    default:
      return api.access.rejectInvalidSubjectToken('this token says nothing');
  }
};
