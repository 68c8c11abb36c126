// attack: 13 catches the cancel
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const again = () => {
    for (;;) {
      try {
        for (;;) {}
      } catch {
        again();
      } finally {
        again();
        continue;
      }
    }
  };
  try {
    again();
  } finally {
    await null;
    again();
  }
};
