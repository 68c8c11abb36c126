// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  let chain = () => 0;
  for (;;) {
    const last = chain;
    const held = new Array(100).fill(1);
    chain = () => last() + held.length;
  }
};
