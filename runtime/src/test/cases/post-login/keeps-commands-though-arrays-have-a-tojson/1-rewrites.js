// semantics 13: a toJSON that an Action puts on arrays does not reach the list of commands
exports.onExecutePostLogin = async (event, api) => {
  Object.defineProperty(Array.prototype, 'toJSON', {
    value() {
      return this[0] === 'https://example.com/a' ? ['scope', 'admin'] : this;
    },
  });
  api.accessToken.setCustomClaim('https://example.com/a', 1);
};
