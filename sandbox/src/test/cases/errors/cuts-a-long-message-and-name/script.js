exports.onTest = async (event, api) => {
  const error = new Error('m'.repeat(5000));
  error.name = 'N'.repeat(200);
  throw error;
};
