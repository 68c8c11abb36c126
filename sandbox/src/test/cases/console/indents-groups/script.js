exports.onTest = async (event, api) => {
  console.group('outer');
  console.log('one');
  console.group();
  console.warn('two');
  console.groupEnd();
  console.groupEnd();
  console.groupEnd();
  console.log('three');
};
