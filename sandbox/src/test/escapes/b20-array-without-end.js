// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  const list = [];
  for (;;) list.push({ i: list.length });
};
