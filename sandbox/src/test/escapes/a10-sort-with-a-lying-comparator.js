// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  const list = Array.from({ length: 2000 }, (_, i) => i);
  for (;;) list.sort(() => (list.length % 2 ? 1 : -1));
};
