// attack: 25 runs out of stack while the engine gets ready for sorting and copying
// expect: completed
// first: true
// scenario: later-login
const use = (api) => [3, 1, 2].toSorted().flatMap((n) => [n, n]).at(-1) + [1].copyWithin(0) + structuredClone(new Map([[1, [new Date()]]])).size;
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
