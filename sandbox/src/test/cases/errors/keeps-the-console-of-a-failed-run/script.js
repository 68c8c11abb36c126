exports.onTest = async (event, api) => {
  console.log('before');
  throw new Error('failed');
};
