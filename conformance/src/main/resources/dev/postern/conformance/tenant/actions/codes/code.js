exports.onExecutePostLogin = async (event, api) => {
  if (event.request.query.try === 'recovery') {
    api.authentication.enrollWith({ type: 'recovery-code' });
  }
};
