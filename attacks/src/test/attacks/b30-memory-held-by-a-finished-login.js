// attack: 30 holds memory in globals and in closures of timers for later logins
// expect: completed
// scenario: later-login
exports.onExecutePostLogin = async (event, api) => {
  globalThis.kept = globalThis.kept ?? [];
  if (globalThis.kept.length > 0) throw new Error('kept from another login');
  for (let i = 0; i < 100; i++) globalThis.kept.push(new Uint8Array(100000));
  process.kept = console.kept = require('crypto').kept = globalThis.kept;
  setInterval(() => globalThis.kept.length, 1000);
  new FinalizationRegistry(() => globalThis.kept).register({}, 1);
};
