// attack: 25 runs out of stack while the engine gets ready for big integers
// expect: completed
// first: true
// scenario: later-login
const use = (api) => (123456789012345678901234567890n ** 3n).toString(7) + BigInt.asUintN(64, -1n);
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
