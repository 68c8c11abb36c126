const told = async (work) => { try { return await work(); } catch (error) { return [error.name, error.message === 'fetch failed', error.cause?.code ?? null]; } };

exports.run = async (base) => {
  const get = await fetch(`${base}/echo?q=1#f`, { headers: { 'X-A': '1', Authorization: 'Bearer t' } });
  const post = await fetch(new URL('/echo', base), { method: 'POST', body: JSON.stringify({ a: 'ü' }), headers: { 'content-type': 'application/json' } });
  const echo = async (init, path = '/echo') => { const { method, headers, body } = await (await fetch(base + path, init)).json(); return [method, headers, body]; };
  const form = new FormData();
  form.set('a', 'b');
  const missing = await fetch(`${base}/missing`);
  const moved = await fetch(`${base}/moved`);
  const manual = await fetch(`${base}/moved`, { redirect: 'manual' });
  const cookies = await fetch(`${base}/cookies`);
  const zipped = await fetch(`${base}/gzip`);
  const nothing = await fetch(`${base}/nothing`);
  const stream = await fetch(`${base}/text`);
  const parts = [];
  for await (const part of stream.body) parts.push(...part);
  const controller = new AbortController();
  const aborted = told(() => fetch(`${base}/slow`, { signal: controller.signal }));
  controller.abort();
  return {
    get: [get.status, get.ok, get.statusText, get.type, get.url === `${base}/echo?q=1#f`, get.redirected, get.headers.get('content-type'), (await get.json()).headers],
    post: await post.json(),
    bodies: [await echo({ method: 'PUT', body: 'text' }), await echo({ method: 'POST', body: new URLSearchParams('a=ä') }), await echo({ method: 'POST' }), await echo({ method: 'POST', body: form }), await echo({ method: 'DELETE' }), await echo({ method: 'POST', body: new Uint8Array([104]) }), await echo({ method: 'POST', body: new Blob(['x'], { type: 'a/b' }) })],
    redirects: [moved.redirected, moved.url === `${base}/echo`, (await moved.json()).method, manual.status, manual.headers.get('location'), await echo({ method: 'POST', body: 'x' }, '/moved'), await echo({ method: 'POST', body: 'x' }, '/kept')],
    missing: [missing.status, missing.ok, missing.statusText, await missing.json()],
    cookies: [cookies.headers.getSetCookie(), await cookies.text()],
    zipped: await zipped.json(),
    nothing: [nothing.status, nothing.body, await nothing.text()],
    streamed: new TextDecoder().decode(Uint8Array.from(parts)),
    immutable: await told(() => get.headers.set('a', 'b')),
    aborted: [await aborted, await told(() => fetch(`${base}/slow`, { signal: AbortSignal.timeout(50) })), await told(() => fetch(`${base}/slow`, { signal: AbortSignal.abort('now') }))].map((one) => one[0] ?? one),
    refused: [await told(() => fetch('http://127.0.0.1:1/')), await told(() => fetch('nope')), await told(() => fetch()), await told(() => fetch(`${base}/moved`, { redirect: 'error' }))].map((one) => one.slice(0, 2)),
    request: [(await (await fetch(new Request(`${base}/echo`, { method: 'POST', body: 'r' }))).json()).body],
  };
};
