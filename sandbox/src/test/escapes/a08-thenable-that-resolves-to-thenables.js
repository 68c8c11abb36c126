// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  const again = { then: (resolve) => resolve(again) };
  await again;
};
