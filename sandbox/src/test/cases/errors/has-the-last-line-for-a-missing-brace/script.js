exports.onTest = async () => {
  if (true) {
};
