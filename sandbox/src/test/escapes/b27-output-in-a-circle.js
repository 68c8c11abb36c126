// expect: threw
exports.onTest = async (event, api) => {
  const circle = {};
  circle.circle = circle;
  api.emit(circle);
};
