// expect: limit WALL_CLOCK
exports.onTest = async (event, api) => {
  const arm = () => setTimeout(arm, 1);
  arm();
  await new Promise(() => {});
};
