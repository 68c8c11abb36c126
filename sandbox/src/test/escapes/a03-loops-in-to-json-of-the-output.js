// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  api.emit({
    toJSON() {
      for (;;) {}
    },
  });
};
