// attack: 25 runs out of stack while the engine gets ready for modules
// expect: completed
// first: true
// scenario: later-login
const use = (api) => require('querystring').stringify({ a: 1 }) + require('path').join('a', 'b') + require('events').name + require('assert').ok.name + require('stream').name;
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
