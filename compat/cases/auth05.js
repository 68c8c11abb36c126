const { ManagementClient, AuthenticationClient, ManagementError } = require('auth05');

exports.run = async (base, material) => {
  const { domain } = material;
  const management = new ManagementClient({ domain, token: 'given-token', maxRetries: 0 });
  const byCredentials = new ManagementClient({ domain, clientId: 'client', clientSecret: 'secret' });
  const authentication = new AuthenticationClient({ domain, clientId: 'client', clientSecret: 'secret' });

  const got = await management.users.get('auth0|1', { fields: 'email,user_id', include_fields: true });
  const updated = await byCredentials.users.update('auth0|1', { app_metadata: { plan: 'pro' } });
  const raw = await management.users.get('auth0|1').withRawResponse();
  const granted = await authentication.oauth.clientCredentialsGrant({ audience: 'https://api.acme.example' });

  const failures = {};
  try {
    await management.users.get('auth0|none');
  } catch (error) {
    failures.user = {
      name: error.name,
      isManagementError: error instanceof ManagementError,
      statusCode: error.statusCode,
      body: error.body,
    };
  }
  try {
    const wrong = new AuthenticationClient({ domain, clientId: 'wrong', clientSecret: 'secret' });
    await wrong.oauth.clientCredentialsGrant({ audience: 'a' });
  } catch (error) {
    const { name, message, statusCode, error: code } = error;
    failures.grant = { name, message, statusCode, code };
  }
  return {
    got,
    updated,
    raw: [raw.rawResponse.status, raw.data.email],
    granted: granted.data,
    failures,
  };
};
