// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  const buffers = [];
  for (;;) buffers.push(new ArrayBuffer(100000));
};
