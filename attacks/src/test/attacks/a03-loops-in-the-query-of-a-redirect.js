// attack: 3 loops in the text of a query parameter
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://app.example/', {
    query: {
      a: {
        toString() {
          for (;;) {}
        },
      },
    },
  });
};
