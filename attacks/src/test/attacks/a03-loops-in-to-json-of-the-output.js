// attack: 3 loops in to json of the output
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('emitted', {
    toJSON() {
      for (;;) {}
    },
  });
};
