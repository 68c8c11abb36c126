exports.onTest = async (event, api) => {
  throw -0;
};
