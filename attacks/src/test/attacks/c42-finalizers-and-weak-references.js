// attack: 42 finalizers and weak references
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  if (typeof WebAssembly !== 'undefined' || typeof Worker !== 'undefined') throw new Error('there');
  globalThis.registry = new FinalizationRegistry(() => {
    for (;;) {}
  });
  for (let i = 0; i < 1000; i++) registry.register({}, i);
  globalThis.reference = new WeakRef({});
};
