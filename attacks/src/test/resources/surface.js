// Walks all that an Action can reach, calls it with odd arguments, and fails if it meets anything of the host.
const FOREIGN = /java\.|javax|com\.oracle|org\.graalvm|truffle|polyglot|dev\.postern|\.java:|\.jar\b|bouncycastle|okhttp|sun\.(?:misc|security|nio)|\/(?:root|home|work)\b|\/tmp\//i;
const OF_JAVA = ['getClass', 'class', 'notify', 'notifyAll', 'hashCode', 'getMember', 'asHostObject', 'newInstance', 'forName'];
const MODULES = ['assert', 'assert/strict', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram', 'diagnostics_channel', 'dns', 'dns/promises', 'domain', 'events', 'fs', 'fs/promises', 'http', 'http2', 'https', 'inspector', 'module', 'net', 'os', 'path', 'path/posix', 'path/win32', 'perf_hooks', 'process', 'punycode', 'querystring', 'readline', 'repl', 'stream', 'stream/consumers', 'stream/promises', 'stream/web', 'string_decoder', 'sys', 'timers', 'timers/promises', 'tls', 'trace_events', 'tty', 'url', 'util', 'util/types', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib'];
// These take long by design, end things, ask for more than a test can give, or fail where nobody can catch it.
const LEFT_OUT = /^(?:generate|scrypt|pbkdf2|checkPrime|hkdf|setInterval|exit|abort|reallyExit|repeat|padStart|padEnd|fill|randomFill|exec|random|nextTick|callbackify|reject)/;
const DEFAULT_TAGS = ['Object', 'Function', 'Array', 'Error', 'Boolean', 'Number', 'String', 'Date', 'RegExp', 'Arguments'];
const ODD = [undefined, null, -1, 1.5, 10n, '', 'x\0', Symbol('s'), {}, [], () => {}, new Uint8Array(2), Object.create(null), new Proxy({}, {}), { toString() { throw new Error('own'); } }];

const source = Function.prototype.toString;
const tagOf = Object.prototype.toString;
const found = new Set();
const seen = new Set();
const queue = [];
let errors = 0;

const text = (value, path) => {
  if (FOREIGN.test(value) && !value.includes('const FOREIGN')) found.add(path + ' = ' + value.slice(0, 300));
};

const look = (value, path) => {
  if (typeof value === 'string') text(value, path);
  if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
  seen.add(value);
  queue.push([value, path]);
};

const frames = (error, path) => {
  for (const frame of error.stack.split('\n').filter((line) => /^\s+at /.test(line))) {
    // A frame of a built-in function has no file, nor has one of code that was made as text.
    if (!/action\.js:|<eval>:| \(native\)$/.test(frame)) found.add(path + ' has the frame ' + frame);
  }
};

const thrown = (error, path) => {
  errors++;
  if (error !== null && typeof error === 'object' && !(error instanceof Error)) found.add(path + ' throws ' + tagOf.call(error));
  if (error instanceof Error && typeof error.stack === 'string') frames(error, path);
  look(error, path + '(error)');
};

const act = (call, path) => {
  try {
    const made = call();
    look(made, path + '()');
    if (typeof made?.then === 'function') {
      Promise.resolve(made).then((value) => look(value, path + '(awaited)'), (error) => thrown(error, path));
    }
    if (typeof made?.on === 'function') {
      Promise.resolve(made.on('error', (error) => thrown(error, path))).catch((error) => thrown(error, path));
    }
  } catch (error) {
    thrown(error, path);
  }
};

const oddly = (owner, key, path) => {
  const method = owner[key];
  if (typeof method !== 'function' || LEFT_OUT.test(String(key))) return;
  act(() => method.call(owner), path);
  for (const odd of ODD) {
    act(() => method.call(owner, odd), path);
    act(() => method.call(owner, odd, odd, odd), path);
  }
  act(() => method.call(undefined, 'a', 'b'), path);
  act(() => new method('a'), 'new ' + path);
};

const member = (object, path, key) => {
  const inner = path + '.' + String(key);
  const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
  text(String(key), inner + ' (name)');
  look(value, inner);
  look(get, inner + ' (get)');
  look(set, inner + ' (set)');
  if (get !== undefined) act(() => object[key], inner);
};

const tag = (object, path) => {
  const name = tagOf.call(object).slice(8, -1);
  if (DEFAULT_TAGS.includes(name)) return;
  for (let at = object; at !== null; at = Object.getPrototypeOf(at)) {
    const own = Reflect.getOwnPropertyDescriptor(at, Symbol.toStringTag);
    if (own !== undefined) return;
  }
  found.add(path + ' has the tag ' + name);
};

/** An object of the language takes a new member, unless it is closed; one of the host does not. */
const isOwn = (object, path) => {
  const mark = Symbol('mark');
  try {
    if (Object.isExtensible(object) && !Reflect.defineProperty(object, mark, { value: 1, configurable: true })) found.add(path + ' takes no member');
    if (Object.isExtensible(object) && !delete object[mark]) found.add(path + ' keeps a member');
  } catch (error) {
    found.add(path + ' takes no member: ' + error);
  }
};

const walk = () => {
  while (queue.length > 0) {
    const [object, path] = queue.pop();
    for (const name of OF_JAVA) {
      if (Object.hasOwn(object, name)) found.add(path + '.' + name);
    }
    tag(object, path);
    if (!ArrayBuffer.isView(object)) isOwn(object, path);
    if (typeof object === 'function') text(source.call(object), path + '.toString()');
    look(Object.getPrototypeOf(object), path + '.__proto__');
    for (const key of Reflect.ownKeys(object).slice(0, 2000)) member(object, path, key);
  }
};

const given = (event, api) => {
  look(event, 'event');
  look(api, 'api');
  look(module, 'module');
  look(require, 'require');
  for (const group of Object.keys(api)) {
    oddly(api, group, 'api.' + group);
    for (const method of Object.keys(Object(api[group]))) oddly(api[group], method, 'api.' + group + '.' + method);
  }
  walk();
};

const language = async (event) => {
  for (const key of Reflect.ownKeys(Object.getPrototypeOf(globalThis))) globalThis[key];
  look(globalThis, 'globalThis');
  for (const method of Object.keys(console)) oddly(console, method, 'console.' + method);
  for (const name of MODULES) {
    for (const load of [() => require(name), () => require('node:' + name)]) act(load, 'require ' + name);
    let exported;
    try {
      exported = require(name);
    } catch {
      continue;
    }
    look(exported, name);
    // What streams are given wrongly they say later, to nobody.
    if (!name.startsWith('stream')) for (const key of Object.keys(exported)) oddly(exported, key, name + '.' + key);
  }
  for (const odd of ODD) act(() => require(odd), 'require');
  for (const name of ['./none.js', 'none', '/etc/passwd', 'data:text/javascript,(']) act(() => import(name), 'import ' + name);
  for (const name of ['Array', 'String', 'Number', 'Object', 'Promise', 'RegExp', 'Date', 'Map', 'Intl', 'JSON', 'Math', 'Reflect', 'Symbol', 'BigInt', 'Proxy', 'URL', 'Headers', 'Request', 'Response', 'Blob', 'FormData', 'TextDecoder', 'ReadableStream', 'structuredClone', 'atob', 'crypto', 'AbortSignal', 'WeakRef', 'FinalizationRegistry', 'DataView', 'ArrayBuffer', 'Function', 'eval', 'fetch', 'setTimeout']) {
    oddly(globalThis, name, name);
    for (const key of Reflect.ownKeys(globalThis[name])) if (typeof key === 'string' && !['arguments', 'caller'].includes(key)) oddly(globalThis[name], key, name + '.' + key);
  }
  for (const code of ['{', 'null.x', 'x', 'let a; let a', '1()', 'new 1', '"".repeat(-1)', 'new Array(-1)', 'JSON.parse("{")', 'new RegExp("(")', 'decodeURI("%")', '1n / 0n', 'BigInt(1.5)', 'Symbol() + ""', 'new Intl.NumberFormat("x-wrong-")', '(function f() { f(); })()', 'null[Symbol.iterator]', 'class A extends null { constructor() { super(); } } new A()']) {
    act(() => (0, eval)(code), 'eval ' + code);
  }
  await web('http://127.0.0.1:' + event.request.query.port);
  walk();
};

/** Requests, their answers, the streams of both, and each way in which they fail. */
const web = async (base) => {
  const response = await fetch(base + '/echo', { method: 'POST', body: 'text', headers: { a: 'b' } });
  look(response, 'response');
  look(response.headers, 'response.headers');
  look([...response.headers], 'response.headers[]');
  look(response.clone().body.getReader(), 'reader');
  look(await response.clone().body.getReader().read(), 'chunk');
  look(await response.clone().blob(), 'blob');
  look(await response.arrayBuffer(), 'buffer');
  look(new Request(base, { method: 'POST', body: new FormData() }), 'request');
  look(new URL(base).searchParams.entries(), 'parameters');
  look(new AbortController(), 'controller');
  look(crypto.subtle, 'subtle');
  look(await crypto.subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', true, ['encrypt']), 'key');
  look(require('crypto').createPublicKey(require('crypto').generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey), 'public key');
  const aborted = new AbortController();
  aborted.abort();
  const wrong = ['http://10.0.0.1/', 'http://127.0.0.1:1/', 'http://none.attack.example/', 'http://loopback.attack.example/', 'file:///etc/passwd', 'ftp://x/', 'http://[', base + '/garbage', base + '/endless', base + '/hop?x', base + '/utf8'];
  for (const url of wrong) {
    try {
      look(await (await fetch(url)).json(), 'answer of ' + url);
    } catch (error) {
      thrown(error, 'fetch ' + url);
    }
  }
  for (const init of [{ method: 'CONNECT' }, { method: 'x y' }, { headers: { 'a b': 'c' } }, { headers: { a: 'b\n' } }, { body: 'x' }, { signal: aborted.signal }, { signal: {} }, { body: response, method: 'POST' }, { redirect: 'error' }, { mode: 'x' }]) {
    try {
      await fetch(base + '/to?x', init);
    } catch (error) {
      thrown(error, 'fetch with ' + Object.keys(init));
    }
  }
  try {
    await response.text();
  } catch (error) {
    thrown(error, 'read twice');
  }
};

exports.HANDLER = async (event, api) => {
  try {
    given(event, api ?? {});
    if (event.request?.query?.port !== undefined) await language(event);
    await new Promise((resolve) => setTimeout(resolve, 50));
    walk();
  } catch (error) {
    found.add('the walk failed: ' + error + '\n' + error.stack);
  }
  // One line each: the walk has called console.log and much else with odd arguments.
  console.info('WALKED ' + seen.size + ' ' + errors);
  for (const one of found) console.info('FOUND ' + one);
};
