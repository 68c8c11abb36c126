// semantics 12, 19: code and message are both required, and text
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  api.idToken.setCustomClaim('https://example.com/outcomes', [
    outcome(() => api.validation.error()),
    outcome(() => api.validation.error('code')),
    outcome(() => api.validation.error('', 'message')),
    outcome(() => api.validation.error('code', { text: 'message' })),
  ]);
};
