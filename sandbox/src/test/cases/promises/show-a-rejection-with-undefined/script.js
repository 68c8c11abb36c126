exports.onTest = async (event, api) => {
  Promise.reject();
};
