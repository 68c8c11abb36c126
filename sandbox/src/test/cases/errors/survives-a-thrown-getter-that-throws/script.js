exports.onTest = async (event, api) => {
  throw {
    get message() {
      throw new Error('inner');
    },
  };
};
