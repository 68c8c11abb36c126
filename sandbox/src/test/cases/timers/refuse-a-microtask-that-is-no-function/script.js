exports.onTest = async (event, api) => {
  queueMicrotask({});
};
