exports.onExecutePostLogin = async (event, api) => {
  const { user, client, connection, stats, transaction, authentication } = event;
  api.idToken.setCustomClaim('https://acme.example/event', {
    user: { email: user.email, name: user.name, factors: user.enrolledFactors.map(({ type }) => type) },
    plan: client.metadata.plan,
    connection: connection.strategy,
    first: stats.logins_count === 1,
    protocol: transaction.protocol,
    methods: authentication.methods.map(({ name }) => name),
    roles: event.authorization.roles.includes('editor'),
    metadata: user.user_metadata,
    session: event.session.metadata,
    organization: event.organization?.display_name,
  });
  api.user.setAppMetadata('seen', stats.logins_count);
};
