// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
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
