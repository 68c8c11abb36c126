// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  for (;;) new Array(1000).fill({});
};
