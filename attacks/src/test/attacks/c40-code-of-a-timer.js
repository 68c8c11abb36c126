// attack: 40 text as the code of a timer
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const set of [setTimeout, setInterval, setImmediate, queueMicrotask]) {
    try {
      set('globalThis.ran = true', 0);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  if (globalThis.ran) throw new Error('ran');
};
