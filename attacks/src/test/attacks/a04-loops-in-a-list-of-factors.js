// attack: 4 loops in the length of a list of factors
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny(
    new Proxy([], {
      get(target, key) {
        if (key === 'length') for (;;) {}
        return target[key];
      },
    }),
  );
};
