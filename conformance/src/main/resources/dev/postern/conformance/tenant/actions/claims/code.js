exports.onExecutePostLogin = async (event, api) => {
  const { user, client, connection, stats, transaction, authentication, request } = event;
  api.idToken.setCustomClaim('https://acme.example/event', {
    user: { email: user.email, name: user.name, factors: user.enrolledFactors.map(({ type }) => type) },
    client: client.client_id,
    plan: client.metadata.plan,
    connection: connection.strategy,
    first: stats.logins_count === 1,
    protocol: transaction.protocol,
    methods: authentication.methods.map(({ name }) => name),
    roles: event.authorization.roles.includes('editor'),
    metadata: user.user_metadata,
    seen: user.app_metadata.seen,
    query: request.query.hello,
    scopes: transaction.requested_scopes,
    transaction: typeof transaction.id,
    showsPassword: JSON.stringify(event).includes('wonder'),
    secrets: Object.keys(event.secrets),
  });
  api.user.setAppMetadata('seen', stats.logins_count);
};
