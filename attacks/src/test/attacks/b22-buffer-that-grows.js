// attack: 22 buffer that grows
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 26 });
  for (let size = 8; ; size = size >= 2 ** 26 ? 8 : size * 2) buffer.resize(size);
};
