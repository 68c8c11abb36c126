// Tells a service of the login, signed so that the service knows who calls. It has two seconds; a login does not fail with it.
const bytes = (text) => new TextEncoder().encode(text);

async function signature(secret, body) {
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return Buffer.from(await crypto.subtle.sign('HMAC', key, bytes(body))).toString('hex');
}

exports.onExecutePostLogin = async (event, api) => {
  const body = JSON.stringify({ user: event.user.user_id, ip: event.request.ip });
  try {
    const answer = await fetch(new URL('/logins', event.secrets.WEBHOOK_URL), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-signature': `sha256=${await signature(event.secrets.WEBHOOK_SECRET, body)}`,
      },
      body,
      signal: AbortSignal.timeout(2000),
    });
    api.idToken.setCustomClaim('https://acme.example/notified', answer.ok);
  } catch (error) {
    console.warn('the service was not told:', error);
    api.idToken.setCustomClaim('https://acme.example/notified', false);
  }
};
