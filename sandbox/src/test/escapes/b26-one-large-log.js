// expect: returned
exports.onTest = async (event, api) => {
  console.log('x'.repeat(4000000));
  console.error('%s%s', 'x'.repeat(4000000), ['y'.repeat(4000000)]);
};
