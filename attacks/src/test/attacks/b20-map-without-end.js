// attack: 20 map without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const map = new Map();
  const set = new Set();
  for (let i = 0; ; i++) {
    map.set({}, i);
    set.add({});
  }
};
