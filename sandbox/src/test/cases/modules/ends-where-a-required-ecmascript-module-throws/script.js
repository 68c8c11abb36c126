exports.onTest = async (event, api) => {
  try {
    require('./throws.mjs');
  } catch {
    // The engine ends the execution once it has left the handler: what failed to load cannot be waved through.
  }
  api.emit('went on');
};
