exports.onTest = async (event, api) => {
  await new Promise((resolve) => setTimeout(resolve, 3600000).unref());
};
