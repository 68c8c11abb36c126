// attack: 24 recursion that goes deeper each time it is caught
// expect: time_limit
// in-process: quarantined
exports.onExecutePostLogin = async (event, api) => {
  const down = () => {
    try {
      down();
    } catch {
      down();
    }
  };
  down();
};
