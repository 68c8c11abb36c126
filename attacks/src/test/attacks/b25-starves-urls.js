// attack: 25 runs out of stack while the engine gets ready for urls
// expect: completed
// first: true
// scenario: later-login
const use = (api) => new URL('https://ü.example:8443/a?b=c#d').host + new URLSearchParams('a=1').toString();
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
