exports.onTest = async (event, api) => {
  setTimeout(async () => {
    throw new Error('in an async timer');
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 3600000));
};
