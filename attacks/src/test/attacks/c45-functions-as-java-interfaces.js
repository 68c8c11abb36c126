// attack: 45 functions as java interfaces
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const shapes = [{ run() {}, call() {}, accept() {}, apply() {} }, Object.assign(() => {}, { run() {} }), class { run() {} }];
  for (const shape of shapes) {
    for (const act of [() => api.idToken.setCustomClaim('shape', shape), () => console.log(shape), () => setTimeout(shape, 1)]) {
      try {
        act();
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
    }
  }
};
