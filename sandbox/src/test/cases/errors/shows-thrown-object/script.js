exports.onTest = async (event, api) => {
  throw { code: 'E1', deep: { list: [1, 2] } };
};
