// semantics 13, 18: the session ends and the denial says so, whatever denies after it; of the reasons the last is told
exports.onExecutePostLogin = async (event, api) => {
  api.session.revoke('stolen cookie');
  api.validation.error('invalid_input', 'not told');
  api.access.deny('sign in again');
};
