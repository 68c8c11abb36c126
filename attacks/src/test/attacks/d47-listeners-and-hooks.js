// attack: 47 leaves listeners and hooks that later logins would run
// expect: completed
// scenario: later-login
exports.onExecutePostLogin = async (event, api) => {
  if (globalThis.heard) throw new Error('kept');
  const hook = () => {
    throw new Error('of another login');
  };
  if (event.request.query.turn === 'later') {
    console.log({ a: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    return;
  }
  Error.prepareStackTrace = hook;
  Object.prototype[Symbol.for('nodejs.util.inspect.custom')] = hook;
  process.on?.('unhandledRejection', hook);
  require('async_hooks').createHook?.({ init: hook }).enable?.();
  require('diagnostics_channel').subscribe?.('undici:request:create', hook);
  setTimeout(hook, 3);
};
