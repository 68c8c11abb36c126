// Stands behind the script of an attack that runs out of stack while the engine gets ready for what `use` does.
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
