// attack: 20 closures without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  let chain = () => 0;
  for (;;) {
    const last = chain;
    const held = new Array(100).fill(1);
    chain = () => last() + held.length;
  }
};
