exports.onTest = async (event, api) => {
  Promise.reject({ code: 7 });
};
