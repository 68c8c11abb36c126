// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  async function* endless() {
    for (;;) yield 1;
  }
  for await (const one of endless()) one;
};
