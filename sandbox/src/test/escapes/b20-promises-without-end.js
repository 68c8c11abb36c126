// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  const waiting = [];
  for (;;) waiting.push(new Promise(() => {}).then(() => {}));
};
