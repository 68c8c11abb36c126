// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 26 });
  for (let size = 8; ; size = size >= 2 ** 26 ? 8 : size * 2) buffer.resize(size);
};
