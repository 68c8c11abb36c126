// attack: 10 a comparator that grows what it sorts
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const list = Array.from({ length: 1000 }, (_, i) => i);
  for (;;) list.sort((a, b) => (list.push({ a, b }), b - a));
};
