exports.onTest = async (event, api) => {
  (async () => {
    throw new Error('not awaited');
  })();
};
