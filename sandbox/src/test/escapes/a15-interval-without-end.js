// expect: limit WALL_CLOCK
exports.onTest = async (event, api) => {
  setInterval(() => {}, 1);
  await new Promise(() => {});
};
