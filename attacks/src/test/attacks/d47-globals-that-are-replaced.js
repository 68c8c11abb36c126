// attack: 47 replaces globals, and what the api is made of, for the logins after it
// expect: completed
// scenario: later-login
exports.onExecutePostLogin = async (event, api) => {
  if (typeof implicit !== 'undefined' || globalThis.kept || JSON.stringify({ a: 1 }) !== '{"a":1}' || Math.max(1, 2) !== 2) throw new Error('kept');
  if (typeof api.access.deny !== 'function' || api.kept || event.kept || console.kept || require.kept) throw new Error('kept of an argument');
  if (!Array.isArray([]) || typeof fetch !== 'function' || typeof Buffer.from !== 'function') throw new Error('lost');
  if (event.request.query.turn === 'later') return;
  implicit = globalThis.kept = true;
  api.kept = event.kept = console.kept = require.kept = true;
  JSON.stringify = JSON.parse = Math.max = Array.isArray = Reflect.apply = () => 'kept';
  api.access.deny = undefined;
  for (const name of ['fetch', 'Buffer', 'URL', 'Promise', 'Array', 'Object', 'JSON', 'process']) delete globalThis[name];
};
