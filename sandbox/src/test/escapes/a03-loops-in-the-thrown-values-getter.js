// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  throw {
    get message() {
      for (;;) {}
    },
  };
};
