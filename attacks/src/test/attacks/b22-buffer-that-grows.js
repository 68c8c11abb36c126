// attack: 22 buffer that grows
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const most = 2 ** 26;
  const grown = () => new ArrayBuffer(8, { maxByteLength: most });
  for (let buffer = grown(), size = 8; ; size *= 2) {
    if (size > most) [buffer, size] = [grown(), 8];
    buffer.resize(size);
  }
};
