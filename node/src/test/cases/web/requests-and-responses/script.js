const told = async (work) => { try { return await work(); } catch (error) { return error.name; } };
const all = (works) => Promise.all(works.map(told));

exports.run = async () => {
  const request = new Request('https://a.example/x#f', { method: 'post', headers: { 'x-a': '1' }, body: 'text', redirect: 'manual' });
  const again = new Request(request.clone(), { method: 'PUT', headers: { 'x-b': '2' } });
  const response = new Response('{"a":1}', { status: 201, statusText: 'Made', headers: { 'content-type': 'application/json' } });
  const copy = response.clone();
  const json = Response.json({ b: 2 }, { status: 202 });
  const used = new Response('u');
  await used.text();
  return {
    request: [request.method, request.url, request.redirect, [...request.headers], request.bodyUsed, request.mode, request.credentials, request.cache, request.destination, request.duplex, request.integrity, request.keepalive, request.signal.aborted],
    again: [again.method, [...again.headers], await again.text(), again.bodyUsed],
    read: [await request.text(), request.bodyUsed],
    response: [response.status, response.statusText, response.ok, response.type, response.url, response.redirected, await response.json(), response.bodyUsed, copy.bodyUsed, await copy.text()],
    json: [json.status, [...json.headers], await json.json()],
    redirect: [Response.redirect('https://a.example/y', 307).status, [...Response.redirect('https://a.example/y').headers]],
    error: [Response.error().type, Response.error().status, Response.error().ok],
    types: [new Response('s'), new Response(new URLSearchParams('a=b')), new Response(new Blob(['x'], { type: 'A/B' })), new Response(new Uint8Array(1)), new Response(null), new Response({})].map((one) => one.headers.get('content-type')),
    bodies: [await new Response(new Uint8Array([104, 105]).subarray(1)).text(), await new Response({}).text(), await new Response(5).text(), new Response().body, (await new Response('ab').arrayBuffer()).byteLength, (await new Response('ab', { headers: { 'content-type': 'x/y' } }).blob()).type],
    streamed: [await new Response(new ReadableStream({ start(c) { c.enqueue(new Uint8Array([104])); c.enqueue(new Uint8Array([105])); c.close(); } })).text(), await (async () => { const parts = []; for await (const part of new Response('parts').body) parts.push(...part); return parts.length; })()],
    refused: await all([() => new Request('nope'), () => new Request('http://u:p@a/'), () => new Request('http://a', { body: 'x' }), () => new Request('http://a', { method: 'TRACE' }), () => new Request('http://a', { method: 'a b' }), () => new Request('http://a', { redirect: 'x' }), () => new Request('http://a', { signal: 1 }), () => new Response('', { status: 100 }), () => new Response('', { status: 204 }), () => new Response('', { status: 600 }), () => Response.redirect('http://a', 200), () => used.text(), () => used.clone(), () => new Response('{').json(), () => new Request(), () => new Request('http://a', { method: 'POST', body: new ReadableStream() })]),
    kinds: [Object.prototype.toString.call(request), Object.prototype.toString.call(response)],
  };
};
