exports.onTest = async (event, api) => {
  const error = new Error('line one\nnot a frame script.js:77:1');
  throw error;
};
