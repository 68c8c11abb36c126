// attack: 25 runs out of stack while the engine gets ready for typed arrays
// expect: completed
// first: true
// scenario: later-login
const use = (api) => new Float64Array([1, 2]).toReversed()[0] + new DataView(new ArrayBuffer(8)).getFloat32(0) + new Float16Array(1)[0];
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
