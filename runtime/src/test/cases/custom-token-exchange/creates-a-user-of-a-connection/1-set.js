// semantics 77: the documented attributes of the profile; others are left out
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setUserByConnection(
    'Legacy',
    {
      user_id: 'legacy-17',
      email: 'ada@example.com',
      email_verified: true,
      verify_email: false,
      phone_number: '+390110000000',
      phone_verified: false,
      username: 'ada',
      name: 'Ada L',
      given_name: 'Ada',
      family_name: 'L',
      nickname: 'al',
      picture: 'https://example.com/ada.png',
      app_metadata: { admin: true },
      roles: ['admin'],
    },
    { creationBehavior: 'create_if_not_exists', updateBehavior: 'replace' },
  );
};
