// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  const map = new Map();
  const set = new Set();
  for (let i = 0; ; i++) {
    map.set({}, i);
    set.add({});
  }
};
