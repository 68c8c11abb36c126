// attack: 22 buffers without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const buffers = [];
  for (;;) buffers.push(new ArrayBuffer(100000));
};
