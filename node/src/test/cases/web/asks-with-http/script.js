const http = require('node:http');
const https = require('https');
const { pipeline, Readable } = require('stream');

const told = (work) => { try { work(); return null; } catch (error) { return [error.name, error.code]; } };

const body = async (response) => { const chunks = []; for await (const chunk of response) chunks.push(chunk); return Buffer.concat(chunks).toString(); };

const ask = (...args) => new Promise((resolve, reject) => {
  const [send, ...rest] = args;
  const request = http.request(...rest, async (response) => resolve([response.statusCode, response.statusMessage, response.headers['content-type'] ?? null, await body(response)]));
  request.on('error', (error) => reject([error.code, error.syscall ?? null]));
  send(request);
});

exports.run = async (base) => {
  const url = new URL(base);
  const end = (request) => request.end();
  const cookies = await new Promise((resolve) => http.get(`${base}/cookies`, (response) => { response.resume(); response.on('end', () => resolve(response)); }));
  const zipped = await new Promise((resolve) => http.get(`${base}/text`, async (response) => resolve([response.headers['content-length'], await body(response), response.complete, response.httpVersion, response instanceof http.IncomingMessage])));
  const events = [];
  const aborted = await new Promise((resolve) => {
    const request = http.get(`${base}/slow`);
    request.on('error', (error) => { events.push(['error', error.code, error.message]); });
    request.on('close', () => resolve(request.destroyed));
    request.setTimeout(30, () => { events.push('timeout'); request.destroy(); });
  });
  const controller = new AbortController();
  const signalled = ask(end, `${base}/slow`, { signal: controller.signal }).catch((error) => error);
  controller.abort();
  const request = http.request({ host: url.hostname, port: url.port, path: '/echo', headers: { 'X-A': '1' } });
  request.setHeader('x-b', ['2', '3']);
  const shown = [request.method, request.path, request.protocol, request.getHeader('X-a'), request.hasHeader('x-c'), request.getHeaderNames().filter((name) => name !== 'host'), request.headersSent, request.writableEnded];
  request.removeHeader('x-b');
  request.on('error', () => {});
  request.destroy();
  return {
    get: await ask(end, `${base}/echo?a=1`, { headers: { 'X-A': 'b', Authorization: 'Basic eA==' } }),
    options: await ask(end, { hostname: url.hostname, port: url.port, path: '/echo', auth: 'u:p', method: 'delete' }),
    post: await ask((sent) => { sent.write('one '); sent.end('two'); }, { hostname: url.hostname, port: url.port, path: '/echo', method: 'POST', headers: { 'content-type': 'text/plain', 'content-length': 7 } }),
    piped: await ask((sent) => pipeline(Readable.from(['a', 'b']), sent, () => {}), { hostname: url.hostname, port: url.port, path: '/echo', method: 'PUT', headers: { 'content-length': 2 } }),
    moved: await ask(end, `${base}/moved`),
    missing: await ask(end, `${base}/missing`),
    nothing: await ask(end, `${base}/nothing`),
    cookies: [cookies.headers['set-cookie'], cookies.rawHeaders.filter((name) => /set-cookie/i.test(name)).length],
    zipped,
    aborted,
    events,
    signalled: await signalled,
    refused: await ask(end, 'http://127.0.0.1:1/').catch((error) => error),
    strange: await Promise.all(['127.0.0.1/x?.example.invalid', '127.0.0.1#.example.invalid', 'a@127.0.0.1'].map((host) => ask(end, { host, port: url.port, path: '/echo' }).catch((error) => error))),
    shown,
    errors: [() => http.request('nope'), () => http.request('https://a/'), () => https.request('http://a/'), () => http.request({ path: '/a b' }), () => http.request({ method: 'a b' }), () => http.request({ headers: { 'a b': '1' } }), () => http.request({ headers: { a: 'x\ny' } }), () => http.request({ port: '80/evil?' }), () => http.request({ port: 70000 })].map(told),
    module: [http.STATUS_CODES[404], http.METHODS.includes('GET'), new http.Agent({ keepAlive: true }).keepAlive, https.globalAgent.defaultPort, http.globalAgent.protocol, https.Agent === http.Agent, typeof http.createServer],
  };
};
