// attack: 5 async generator without end
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  async function* endless() {
    for (;;) yield 1;
  }
  for await (const one of endless()) one;
};
