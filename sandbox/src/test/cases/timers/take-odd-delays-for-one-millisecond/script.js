exports.onTest = async (event, api) => {
  for (const delay of [NaN, -5, 2 ** 31, Infinity, 'x', undefined, null, '0']) {
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  api.emit('all fired');
};
