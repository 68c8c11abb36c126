exports.onTest = async (event, api) => {
  const error = new Error('real');
  error.name = Symbol('name');
  error.message = { toString: () => 'lie' };
  error.stack = [1, 2];
  throw error;
};
