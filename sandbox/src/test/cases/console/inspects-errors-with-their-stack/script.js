exports.onTest = async (event, api) => {
  console.log(new TypeError('shown'));
  console.error('failed:', new Error('also shown'));
};
