exports.onTest = async (event, api) => {
  setTimeout(() => {
    throw new Error('thrown by a timer');
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 3600000));
};
