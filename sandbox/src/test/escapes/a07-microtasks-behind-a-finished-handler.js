// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  const flood = () => queueMicrotask(flood);
  flood();
};
