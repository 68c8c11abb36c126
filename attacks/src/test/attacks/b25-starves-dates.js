// attack: 25 runs out of stack while the engine gets ready for dates
// expect: completed
// first: true
// scenario: later-login
const use = (api) => Date.parse('Tue, 03 Mar 2026 10:00:00 GMT') + new Date(2026, 1, 1).toLocaleString('en');
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
