// attack: 22 buffers that are joined without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  let all = Buffer.from('x'.repeat(1000));
  for (;;) all = Buffer.concat([all, all.subarray(0, 1 << 20)]);
};
