// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  const again = async () => {
    await null;
    for (;;) {}
  };
  await again().catch(again).finally(again);
};
