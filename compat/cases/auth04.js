const { ManagementClient, AuthenticationClient, UserInfoClient } = require('auth04');

exports.run = async (base, material) => {
  const { domain } = material;
  const management = new ManagementClient({ domain, token: 'given-token' });
  const byCredentials = new ManagementClient({ domain, clientId: 'client', clientSecret: 'secret' });
  const authentication = new AuthenticationClient({ domain, clientId: 'client', clientSecret: 'secret' });

  const got = await management.users.get({ id: 'auth0|1', fields: 'email,user_id' });
  const updated = await byCredentials.users.update(
    { id: 'auth0|1' },
    { app_metadata: { plan: 'pro' }, user_metadata: { color: 'red' } },
  );
  const granted = await authentication.oauth.clientCredentialsGrant({ audience: 'https://api.acme.example' });
  const info = await new UserInfoClient({ domain }).getUserInfo('access-token');

  const failures = {};
  try {
    await management.users.get({ id: 'auth0|none' });
  } catch (error) {
    const { name, message, statusCode, errorCode, error: kind } = error;
    failures.user = { name, message, statusCode, errorCode, kind };
  }
  try {
    const wrong = new AuthenticationClient({ domain, clientId: 'wrong', clientSecret: 'secret' });
    await wrong.oauth.clientCredentialsGrant({ audience: 'a' });
  } catch (error) {
    const { name, message, statusCode, error: code, error_description: description } = error;
    failures.grant = { name, message, statusCode, code, description };
  }
  try {
    await management.users.get({});
  } catch (error) {
    failures.missing = { name: error.name, message: error.message, field: error.field };
  }
  return {
    got: { status: got.status, data: got.data, type: got.headers.get('content-type') },
    updated: updated.data,
    granted: granted.data,
    info: info.data,
    failures,
  };
};
