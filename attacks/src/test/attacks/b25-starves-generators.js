// attack: 25 runs out of stack while the engine gets ready for generators
// expect: completed
// first: true
// scenario: later-login
const use = (api) => [...(function* () { yield* [1, 2]; })()].length + [1, 2].values().map((n) => n).toArray().length;
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
