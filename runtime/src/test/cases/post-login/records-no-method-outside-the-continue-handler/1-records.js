// semantics 60: before the redirect nothing was checked
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.recordMethod('https://example.com/check');
};
