// semantics 42: who has a factor must prove it before another one is added
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWith({ type: 'phone' });
};
