exports.onTest = async (event, api) => {
  try {
    api.call('refuse', 'the host says no');
  } catch (error) {
    api.emit([error.name, error.message, error instanceof Error, Object.keys(error), error.stack]);
  }
};
