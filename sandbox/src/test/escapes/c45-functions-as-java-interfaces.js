// expect: returned
exports.onTest = async (event, api) => {
  const shapes = [{ run() {}, call() {}, accept() {}, apply() {} }, Object.assign(() => {}, { run() {} }), class { run() {} }];
  for (const shape of shapes) {
    for (const act of [() => api.call('echo', shape), () => console.log(shape), () => setTimeout(shape, 1)]) {
      try {
        act();
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
    }
  }
};
