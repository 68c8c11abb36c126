// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  Promise.reject(
    new Proxy(
      {},
      {
        get() {
          for (;;) {}
        },
      },
    ),
  );
};
