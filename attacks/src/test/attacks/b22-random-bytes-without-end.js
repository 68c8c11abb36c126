// attack: 22 asks for as many random bytes as it can get
// expect: memory_limit
// hole: a limit that is met inside of a host function ends as a fault of the server
exports.onExecutePostLogin = async (event, api) => {
  const { randomBytes } = require('crypto');
  for (;;) randomBytes(1 << 20);
};
