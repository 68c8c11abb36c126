exports.onTest = async (event, api) => {
  Promise.reject(new TypeError('nobody listens'));
  await new Promise((resolve) => setTimeout(resolve, 3600000));
};
