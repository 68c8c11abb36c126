// attack: 13 a generator that goes on when it is ended
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  function* endless() {
    try {
      for (;;) yield;
    } finally {
      yield* endless();
    }
  }
  for (;;) for (const one of endless()) break;
};
