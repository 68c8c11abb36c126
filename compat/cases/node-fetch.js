const fetch = require('node-fetch');
const { Headers, FetchError } = fetch;

const failure = async (work) => {
  try {
    return await work();
  } catch (error) {
    return { name: error.name, type: error.type, isFetchError: error instanceof FetchError };
  }
};

exports.run = async (base) => {
  const got = await fetch(`${base}/echo?a=1`, { headers: { 'X-Acme': 'yes', Accept: 'application/json' } });
  const posted = await fetch(`${base}/echo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Ann' }),
  });
  const form = await fetch(`${base}/echo`, { method: 'POST', body: new URLSearchParams({ a: 'x y' }) });
  const missing = await fetch(`${base}/nothing`);
  const manual = await fetch(`${base}/redirect`, { redirect: 'manual' });
  const redirected = await fetch(`${base}/redirect`);
  const buffer = await (await fetch(`${base}/text`)).buffer();
  const chunks = [];
  for await (const chunk of (await fetch(`${base}/text`)).body) chunks.push(chunk);
  return {
    got: [got.status, got.ok, got.statusText, await got.json()],
    type: got.headers.get('content-type'),
    posted: await posted.json(),
    form: await form.json(),
    zipped: (await (await fetch(`${base}/gzip`)).json()).path,
    text: await (await fetch(`${base}/text`)).text(),
    buffer: [Buffer.isBuffer(buffer), buffer.length],
    streamed: Buffer.concat(chunks).toString(),
    missing: [missing.status, missing.ok, await missing.json()],
    manual: [manual.status, manual.headers.get('location')?.endsWith('/echo?redirected=1')],
    redirected: [redirected.status, redirected.url.endsWith('/echo?redirected=1')],
    headers: [...new Headers({ B: '2', A: '1' })],
    failures: {
      json: await failure(async () => (await fetch(`${base}/text`)).json()),
      redirect: await failure(() => fetch(`${base}/redirect`, { redirect: 'error' })),
      size: await failure(async () => (await fetch(`${base}/text`, { size: 3 })).text()),
      timeout: await failure(() => fetch(`${base}/slow`, { timeout: 100 })),
      aborted: await failure(() => {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 50);
        return fetch(`${base}/slow`, { signal: controller.signal });
      }),
      scheme: await failure(() => fetch('gopher://acme.example')),
    },
  };
};
