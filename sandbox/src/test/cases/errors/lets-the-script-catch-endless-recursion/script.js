exports.onTest = async (event, api) => {
  const down = () => down() + 1;
  try {
    down();
  } catch (error) {
    api.emit([error.name, error.message, error instanceof RangeError]);
  }
};
