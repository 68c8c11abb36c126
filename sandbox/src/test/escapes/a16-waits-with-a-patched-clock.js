// expect: limit WALL_CLOCK
exports.onTest = async (event, api) => {
  Date.now = () => NaN;
  Math.max = Math.min = () => NaN;
  await new Promise((resolve) => setTimeout(resolve, 3600000));
};
