// attack: 10 sort with a lying comparator
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const list = Array.from({ length: 2000 }, (_, i) => i);
  for (;;) list.sort(() => (list.length % 2 ? 1 : -1));
};
