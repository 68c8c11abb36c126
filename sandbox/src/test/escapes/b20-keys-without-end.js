// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  const object = {};
  for (let i = 0; ; i++) object['key' + i] = i;
};
