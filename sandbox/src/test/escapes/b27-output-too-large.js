// expect: limit OUTPUT_CHARS
exports.onTest = async (event, api) => {
  api.emit('x'.repeat(2000000));
};
