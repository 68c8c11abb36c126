// attack: 25 runs out of stack while the engine gets ready for requests
// expect: completed
// first: true
// scenario: later-login
const use = (api) => new Headers({ a: 'b' }).get('a') + new Request('https://app.example/').url + new Response('x').status + new FormData().has('a') + new Blob(['a']).size;
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
