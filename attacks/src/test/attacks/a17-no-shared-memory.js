// attack: 17 no shared memory
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['SharedArrayBuffer', 'Atomics']) {
    if (name in globalThis) throw new Error(name + ' is there');
  }
  try {
    if (new (eval('SharedArrayBuffer'))(8)) throw new Error('made');
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
  }
};
