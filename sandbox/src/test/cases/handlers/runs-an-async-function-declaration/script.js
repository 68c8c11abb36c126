async function onTest(event, api) {
  api.emit(this === module.exports);
  return 'ignored';
}
module.exports = { onTest };
