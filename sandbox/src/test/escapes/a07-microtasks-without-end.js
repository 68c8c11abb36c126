// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  const flood = () => Promise.resolve().then(flood);
  await flood();
};
