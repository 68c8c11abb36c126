// semantics 73: nothing falsy, and nothing but a number, is taken for a time
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  const values = [0, null, undefined, NaN, '', false, -1, Infinity, '1767312000000', new Date(1767312000000)];
  const passed = [];
  const messages = new Set();
  for (const [name, holder] of [['session', api.session], ['refreshToken', api.refreshToken]]) {
    for (const method of ['setExpiresAt', 'setIdleExpiresAt']) {
      for (const value of values) {
        const result = outcome(() => holder[method](value));
        if (result === 'passes') passed.push([name, method, value]);
        else messages.add(result);
      }
    }
  }
  api.idToken.setCustomClaim('https://example.com/outcomes', [passed, ...messages]);
};
