// attack: 3 loops in the payload of a token for a redirect
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.encodeToken({
    secret: 'secret',
    payload: {
      get sub() {
        for (;;) {}
      },
    },
  });
};
