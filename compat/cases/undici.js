const { fetch, request, Headers, FormData, Agent } = require('undici');

exports.run = async (base) => {
  const got = await fetch(`${base}/echo?a=1`, { headers: { 'X-Acme': 'yes' } });
  const posted = await fetch(`${base}/echo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Ann' }),
  });
  const form = new FormData();
  form.set('a', '1');
  const missing = await fetch(`${base}/nothing`);
  const { statusCode, body } = await request(`${base}/echo`, { dispatcher: new Agent() });
  return {
    got: [got.status, got.ok, await got.json()],
    posted: await posted.json(),
    redirected: (await fetch(`${base}/redirect`)).redirected,
    text: await (await fetch(`${base}/text`)).text(),
    missing: [missing.status, missing.ok, missing.headers.get('content-type')],
    headers: [...new Headers({ B: '2', A: '1' })],
    form: [...form],
    request: [statusCode, (await body.json()).method],
  };
};
