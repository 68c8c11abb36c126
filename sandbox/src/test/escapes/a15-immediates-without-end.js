// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  const arm = () => setImmediate(arm);
  arm();
  await new Promise(() => {});
};
