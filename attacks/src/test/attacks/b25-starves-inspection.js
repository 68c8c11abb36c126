// attack: 25 runs out of stack while the engine gets ready for inspection
// expect: completed
// first: true
// scenario: later-login
const use = (api) => require('util').inspect(new Map([[{ a: 1n }, new Set([Symbol('s')])]])) + require('util').format('%o', []);
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
