// expect: threw
exports.onTest = async (event, api) => {
  const grow = () => ({ toJSON: () => [{ grow: grow() }] });
  api.emit(grow());
};
