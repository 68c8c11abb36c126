exports.onTest = async (event, api) => {
  return {
    then() {
      throw new Error('then failed');
    },
  };
};
