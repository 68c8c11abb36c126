// attack: 25 runs out of stack while the engine gets ready for key derivation
// expect: completed
// first: true
// scenario: later-login
const use = (api) => require('crypto').pbkdf2Sync('p', 's', 1, 16, 'sha256').length + require('crypto').scryptSync('p', 's', 16, { N: 2 }).length;
const starve = (act) => {
  let tries = 0;
  const down = () => {
    try {
      down();
    } catch (error) {
      if (tries++ < 40) {
        try {
          act();
        } catch {
          // no stack left here
        }
      }
      throw error;
    }
  };
  try {
    down();
  } catch {
    // as expected
  }
};
exports.onExecutePostLogin = async (event, api) => {
  if (event.request.query.turn === 'attack') starve(() => use(api));
  else use(api);
};
