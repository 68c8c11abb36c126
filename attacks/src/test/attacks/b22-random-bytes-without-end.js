// attack: 22 asks for as many random bytes as it can get
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const { randomBytes } = require('crypto');
  for (;;) randomBytes(1 << 20);
};
