// attack: 4 loops in the iterator of a request's headers
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  new Headers({
    [Symbol.iterator]: () => ({
      next() {
        for (;;) {}
      },
    }),
  });
};
