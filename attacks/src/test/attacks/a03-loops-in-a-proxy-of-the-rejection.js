// attack: 3 loops in a proxy of the rejection
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
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
