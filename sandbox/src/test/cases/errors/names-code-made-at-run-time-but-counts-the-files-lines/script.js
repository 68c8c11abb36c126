exports.onTest = async (event, api) => {
  const made = new Function('callback', '\n\n\ncallback();');
  made(() => {
    throw new Error('called back');
  });
};
